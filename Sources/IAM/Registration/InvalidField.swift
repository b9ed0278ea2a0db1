/// A field of a document that is not acceptable, with the first reason found.
public struct InvalidField: Error, Sendable, Hashable {
  /// The path of the field in the document's own keys, such as `administrator.mobile` or
  /// `documents[2].path`.
  public let field: String
  /// Why.
  public let reason: InvalidFieldReason

  /// Names a field and a reason.
  public init(_ field: String, _ reason: InvalidFieldReason) {
    self.field = field
    self.reason = reason
  }

  /// What is wrong, naming the field, in both languages; the value is not repeated.
  public var wording: Wording {
    let reason = reason.wording
    return Wording(zh: "`\(field)` \(reason.zh)", en: "`\(field)` \(reason.en)")
  }
}
