public import Policy

/// A tenant's configuration as a JSON document of the format `iamctl/1`.
///
/// Its outline is checked when it is made; what it says is checked against the tenant that it is
/// applied to, since names and codes must be known there.
public struct ConfigurationDocument: Sendable, Equatable {
  /// The value of the key `format`.
  public static let format = "iamctl/1"
  /// The most bytes that a document may hold: 16 MiB.
  public static let maximumSizeInBytes = 16 << 20
  /// The deepest nesting that is read.
  public static let maximumDepth = 8
  static let keys = ["format", "tenant"] + ConfigurationSection.allCases.map(\.rawValue)

  /// The tenant that it configures.
  public let tenant: TenantCode
  /// The document.
  public let json: JSONValue

  /// Reads the outline of a document: its format, its tenant, and that no other key stands in it.
  public init(_ json: JSONValue) throws(DocumentError) {
    let reader = try DocumentReader(json, keys: Self.keys)
    let format = try reader.string("format")
    guard format == Self.format else {
      throw reader.error(.unknownWord(format, allowed: [Self.format]), at: "format")
    }
    let code = try reader.string("tenant")
    guard let tenant = TenantCode(code) else {
      throw reader.error(.malformedCode(code), at: "tenant")
    }
    self.tenant = tenant
    self.json = json
  }

  /// Reads a document from its bytes.
  ///
  /// - Throws: `JSONReadingError` or `DocumentError`.
  public init(reading bytes: [UInt8]) throws {
    try self.init(
      JSONValue(
        reading: bytes, maximumSizeInBytes: Self.maximumSizeInBytes,
        maximumDepth: Self.maximumDepth))
  }

  /// Writes the whole configuration of a tenant: the same configuration, the same bytes.
  init(_ configuration: TenantConfiguration, of tenant: TenantCode) {
    let sections = ConfigurationSection.allCases.map { section in
      (
        key: section.rawValue,
        value: JSONValue.array(configuration.entries(of: section).map { .object($0.fields) })
      )
    }
    self.tenant = tenant
    json = .object(
      [("format", .string(Self.format)), ("tenant", .string(tenant.text))] + sections)
  }
}
