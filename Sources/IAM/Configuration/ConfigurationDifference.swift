/// One way in which a tenant's configuration differs from what is wanted.
public struct ConfigurationDifference: Sendable, Equatable {
  /// What happens to an entry.
  public enum Kind: String, Sendable, CaseIterable {
    case added, changed, removed
  }

  /// The section of the document.
  public let section: ConfigurationSection
  /// The name of the entry.
  public let name: String
  /// What happens to the entry.
  public let kind: Kind
  /// The key that changes; `nil` when the whole entry is added or removed.
  public let key: String?
  /// The value as it is, or the whole entry; `nil` when it is added.
  public let before: JSONValue?
  /// The value as it will be, or the whole entry; `nil` when it is removed.
  public let after: JSONValue?
}

extension TenantConfiguration {
  /// What has to happen to come from this configuration to another: section by section, entry by
  /// entry in the order of names, key by key in the order of the document.
  ///
  /// - Returns: empty exactly when both are the same.
  /// - Complexity: O(n log n) in the size of both.
  func differences(to wanted: TenantConfiguration) -> [ConfigurationDifference] {
    ConfigurationSection.allCases.flatMap { section in
      let old = entries(of: section)
      let new = wanted.entries(of: section)
      let former = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
      let latter = Set(new.map(\.name))
      let arrived = new.flatMap { entry in
        former[entry.name].map { entry.changes(since: $0, in: section) }
          ?? [entry.whole(section, .added)]
      }
      let gone = old.filter { !latter.contains($0.name) }.map { $0.whole(section, .removed) }
      return (arrived + gone).sorted { $0.name < $1.name }
    }
  }
}

extension ConfigurationEntry {
  /// The keys of this entry whose values differ from an earlier one's.
  fileprivate func changes(
    since former: ConfigurationEntry, in section: ConfigurationSection
  ) -> [ConfigurationDifference] {
    section.keys.compactMap { key in
      let old = former.fields.first { $0.key == key }?.value
      let new = fields.first { $0.key == key }?.value
      guard old != new else { return nil }
      return ConfigurationDifference(
        section: section, name: name, kind: .changed, key: key, before: old, after: new)
    }
  }

  fileprivate func whole(
    _ section: ConfigurationSection, _ kind: ConfigurationDifference.Kind
  ) -> ConfigurationDifference {
    ConfigurationDifference(
      section: section, name: name, kind: kind, key: nil,
      before: kind == .removed ? .object(fields) : nil,
      after: kind == .added ? .object(fields) : nil)
  }
}
