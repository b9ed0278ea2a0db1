/// How an enterprise proves who it is: the unified code, or the three certificates of before.
///
/// - Source: A1, A5.
public enum EnterpriseIdentity: Sendable, Hashable {
  /// The unified social credit code.
  case creditCode(CreditCode)
  /// Business licence, organisation code and tax registration together.
  case certificates(LicenceNumber, OrganisationCode, TaxNumber)

  static let certificateKeys = ["licence_no", "organisation_code", "tax_no"]

  /// Reads exactly one of both from a document.
  init(_ fields: DocumentFields) throws(InvalidField) {
    let creditCode = "credit_code"
    let certificates = EnterpriseIdentity.certificateKeys.filter(fields.has)
    if fields.has(creditCode), let key = certificates.first {
      throw InvalidField(fields.field(key), .excluded(by: creditCode))
    }
    if certificates.isEmpty {
      self = .creditCode(try CreditCode(fields.text(creditCode), field: fields.field(creditCode)))
      return
    }
    self = .certificates(
      try LicenceNumber(fields.text("licence_no"), field: fields.field("licence_no")),
      try OrganisationCode(
        fields.text("organisation_code"), field: fields.field("organisation_code")),
      try TaxNumber(fields.text("tax_no"), field: fields.field("tax_no")))
  }
}
