import IAM
import Policy
import TestSupport

/// A member with a master, and short words to configure it.
struct ConfiguredMember {
  static let master = Username(unchecked: "master-01")
  let exchange: TestExchange
  let tenant: TenantCode

  init() throws {
    exchange = try TestExchange()
    tenant = try exchange.addMember(Self.master)
  }

  /// A document of these sections, for this member.
  func document(_ sections: String) throws -> ConfigurationDocument {
    let text =
      #"{"format":"iamctl/1","tenant":"\#(tenant)"\#(sections.isEmpty ? "" : ",")\#(sections)}"#
    return try ConfigurationDocument(reading: Array(text.utf8))
  }

  @discardableResult
  func apply(
    _ sections: String, as username: Username = master, prune: Bool = false, dryRun: Bool = false
  ) throws -> [ConfigurationDifference] {
    let document = try document(sections)
    return try exchange.registry.change(as: .unchecked(username), dryRun: dryRun) {
      try $0.apply(document, prune: prune)
    }
  }

  func plan(_ sections: String, prune: Bool = false) throws -> [ConfigurationDifference] {
    let document = try document(sections)
    return try exchange.registry.inquire(as: .unchecked(Self.master)) {
      try $0.plan(document, prune: prune)
    }
  }

  func export(as username: Username = master) throws -> ConfigurationDocument {
    try exchange.registry.inquire(as: .unchecked(username)) { try $0.configuration() }
  }

  /// One entry of the export, by the value of its first key.
  func entry(_ section: String, _ name: String) throws -> JSONValue? {
    guard case .array(let entries)? = try export().json[section] else { return nil }
    return entries.first { $0["name"] == .string(name) || $0["username"] == .string(name) }
  }
}
