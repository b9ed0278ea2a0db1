/// Typed access to one object of a document.
///
/// The keys that the object may have are named when the reader is made, so a misspelt key is an
/// error and never silently nothing. A key whose value is `null` counts as not given.
public struct DocumentReader: Sendable {
  /// The way to the object; empty for the document itself.
  public let path: String
  private let members: [String: JSONValue]
  private let keys: [String]

  /// A reader of a whole document, which must be an object with keys among `keys`.
  public init(_ document: JSONValue, keys: [String]) throws(DocumentError) {
    self = try DocumentValue(document).object(keys: keys)
  }

  init(
    members: [(key: String, value: JSONValue)], path: String, keys: [String]
  ) throws(DocumentError) {
    self.path = path
    self.keys = keys
    self.members = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    if let unknown = members.first(where: { !keys.contains($0.key) }) {
      throw DocumentError(path: Self.join(path, unknown.key), reason: .unknownKey)
    }
  }

  /// The value of `key`, or `nil` when it is not given or `null`.
  public func optional(_ key: String) -> DocumentValue? {
    precondition(keys.contains(key), "A reader asks only for keys that it allows.")
    guard let value = members[key], value != .null else { return nil }
    return DocumentValue(value, path: Self.join(path, key))
  }

  /// The value of `key`. Throws when it is not given.
  public func value(_ key: String) throws(DocumentError) -> DocumentValue {
    guard let value = optional(key) else { throw error(.missing, at: key) }
    return value
  }

  /// The error that the value of `key` is refused for `reason`.
  public func error(_ reason: DocumentError.Reason, at key: String) -> DocumentError {
    DocumentError(path: Self.join(path, key), reason: reason)
  }

  private static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}

// MARK: Values that must be given

extension DocumentReader {
  /// The text of `key`.
  public func string(_ key: String) throws(DocumentError) -> String {
    try value(key).string()
  }

  /// The whole number of `key`.
  public func integer(_ key: String) throws(DocumentError) -> Int64 {
    try value(key).integer()
  }

  /// The truth value of `key`.
  public func boolean(_ key: String) throws(DocumentError) -> Bool {
    try value(key).boolean()
  }

  /// The texts in the list of `key`, possibly none.
  public func strings(_ key: String) throws(DocumentError) -> [String] {
    try value(key).strings()
  }

  /// A reader of the object of `key`.
  public func object(_ key: String, keys: [String]) throws(DocumentError) -> DocumentReader {
    try value(key).object(keys: keys)
  }

  /// Readers of the objects in the list of `key`, possibly none.
  public func objects(_ key: String, keys: [String]) throws(DocumentError) -> [DocumentReader] {
    try value(key).list().map { element throws(DocumentError) in try element.object(keys: keys) }
  }
}

// MARK: Values that may be left out

extension DocumentReader {
  /// The text of `key`, or `nil` when it is not given.
  public func optionalString(_ key: String) throws(DocumentError) -> String? {
    try optional(key)?.string()
  }

  /// Readers of the objects in the list of `key`, or `nil` when it is not given.
  public func optionalObjects(
    _ key: String, keys: [String]
  ) throws(DocumentError) -> [DocumentReader]? {
    if optional(key) == nil { return nil }
    return try objects(key, keys: keys)
  }
}
