internal import Policy

/// One section of a document with the names of its entries read; without entries when the
/// document does not have it.
struct GivenSection<Key: Hashable & Comparable & Sendable> {
  /// The entries in the order of the document; `nil` for a section that is left as it is.
  var entries: [(key: Key, node: DocumentReader)]?

  /// Reads the names of a section.
  ///
  /// - Parameter key: reads the value that names an entry.
  init(
    _ section: ConfigurationSection, of reader: DocumentReader,
    key: (DocumentValue) throws(DocumentError) -> Key
  ) throws(DocumentError) {
    let naming = section.keys[0]
    guard let nodes = try reader.optionalObjects(section.rawValue, keys: section.keys) else {
      return
    }
    var seen: Set<Key> = []
    var entries: [(key: Key, node: DocumentReader)] = []
    for node in nodes {
      let value = try node.value(naming)
      let name = try key(value)
      guard seen.insert(name).inserted else {
        throw value.error(.duplicate(try value.string()))
      }
      entries.append((name, node))
    }
    self.entries = entries
  }

  /// The names that there will be: those of the entries, or those that are there already.
  func names(insteadOf present: some Sequence<Key>) -> Set<Key> {
    entries.map { Set($0.map(\.key)) } ?? Set(present)
  }
}
