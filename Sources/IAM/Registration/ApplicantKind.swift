/// What a member does in the market (申请人类型). The raw value is the document's word.
///
/// - Source: A7.
public enum ApplicantKind: String, Sendable, Hashable, CaseIterable {
  /// 卖方.
  case seller
  /// 承运商.
  case carrier
  /// 买方.
  case buyer

  /// Takes one of the three words.
  public init(_ text: String, field: String = "applicant") throws(InvalidField) {
    guard let kind = ApplicantKind(rawValue: text) else { throw InvalidField(field, .notListed) }
    self = kind
  }
}
