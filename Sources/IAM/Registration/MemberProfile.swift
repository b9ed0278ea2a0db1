/// The profile that a member submits once after registration.
///
/// - Source: A7, D3.
public struct MemberProfile: Sendable, Hashable {
  /// Where the member supplies or uses gas: at least one, none twice, in the order given.
  public let regions: [Province]
  /// What the member does in the market.
  public let applicant: ApplicantKind
  /// The volume a year.
  public let annualVolume: AnnualVolume
  /// The legal form.
  public let enterpriseType: EnterpriseType
  /// At most ten files; may be empty.
  public let documents: [ProfileDocument]

  /// Reads a document.
  ///
  /// - Throws: the first field that is unknown, else the first in the order of the properties that
  ///   is not acceptable, with its path.
  public init(_ document: JSONValue) throws(InvalidField) {
    let fields = try DocumentFields(
      document,
      keys: ["regions", "applicant", "annual_volume", "enterprise_type", "documents"])
    regions = try MemberProfile.regions(fields)
    applicant = try ApplicantKind(fields.text("applicant"), field: "applicant")
    annualVolume = try AnnualVolume(fields.text("annual_volume"))
    enterpriseType = try EnterpriseType(fields.text("enterprise_type"))
    documents = fields.has("documents") ? try MemberProfile.documents(fields) : []
  }

  private static func regions(_ fields: DocumentFields) throws(InvalidField) -> [Province] {
    let elements = try fields.elements("regions")
    if elements.isEmpty { throw InvalidField("regions", .tooShort(minimum: 1)) }
    var regions: [Province] = []
    for (path, value) in elements {
      guard case .string(let name) = value else { throw InvalidField(path, .wrongKind(.string)) }
      let region = try Province(name, field: path)
      if regions.contains(region) { throw InvalidField(path, .repeated) }
      regions.append(region)
    }
    return regions
  }

  private static func documents(
    _ fields: DocumentFields
  ) throws(InvalidField) -> [ProfileDocument] {
    let elements = try fields.elements("documents")
    if elements.count > ProfileDocument.maximumCount {
      throw InvalidField("documents", .tooLong(maximum: ProfileDocument.maximumCount))
    }
    var documents: [ProfileDocument] = []
    for (path, value) in elements {
      let element = try DocumentFields(value, path: path, keys: ["kind", "path"])
      documents.append(
        try ProfileDocument(
          kind: element.text("kind"), path: element.text("path"), field: path))
    }
    return documents
  }
}
