/// What a new member registers with, all of it checked but the username's form and the password.
///
/// - Source: A1, A4, A5.
public struct MemberRegistration: Sendable, Hashable {
  /// The username as given, not empty; the caller checks it by A2.
  public let username: String
  /// The enterprise's name.
  public let name: EnterpriseName
  /// The legal representative.
  public let legalRepresentative: PersonName
  /// The business administrator.
  public let administrator: BusinessAdministrator
  /// Where papers are delivered.
  public let deliveryAddress: DeliveryAddress
  /// The unified code or the three certificates.
  public let identity: EnterpriseIdentity

  /// Reads a document.
  ///
  /// - Throws: the first field that is unknown, else the first in the order of A1 that is not
  ///   acceptable, with its path.
  public init(_ document: JSONValue) throws(InvalidField) {
    let fields = try DocumentFields(
      document,
      keys: [
        "username", "name", "legal_representative", "administrator", "delivery_address",
        "credit_code",
      ] + EnterpriseIdentity.certificateKeys)
    username = try fields.text("username")
    if username.isEmpty { throw InvalidField("username", .tooShort(minimum: 1)) }
    name = try EnterpriseName(fields.text("name"))
    legalRepresentative = try PersonName(
      fields.text("legal_representative"), field: "legal_representative")
    administrator = try BusinessAdministrator(
      fields.value("administrator"), path: "administrator")
    deliveryAddress = try DeliveryAddress(fields.text("delivery_address"))
    identity = try EnterpriseIdentity(fields)
  }
}
