/// The person who administers a member's business (业务管理员).
///
/// - Source: A1, A4.
public struct BusinessAdministrator: Sendable, Hashable {
  /// The person's name.
  public let name: PersonName
  /// The person's mobile number.
  public let mobile: Mobile
  /// The person's e-mail address.
  public let email: EmailAddress

  /// Reads an object with the keys `name`, `mobile`, `email`.
  init(_ value: JSONValue, path: String) throws(InvalidField) {
    let fields = try DocumentFields(value, path: path, keys: ["name", "mobile", "email"])
    name = try PersonName(fields.text("name"), field: fields.field("name"))
    mobile = try Mobile(fields.text("mobile"), field: fields.field("mobile"))
    email = try EmailAddress(fields.text("email"), field: fields.field("email"))
  }
}
