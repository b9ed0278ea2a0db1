/// The members of a JSON object, read by name, with errors that name the path.
struct DocumentFields {
  private let path: String
  private let members: [String: JSONValue]

  /// Takes an object in which only the given keys occur, each at most once.
  ///
  /// - Parameters:
  ///   - value: the object.
  ///   - path: where it lies; empty for the document itself.
  ///   - keys: all keys that may be there.
  init(_ value: JSONValue, path: String = "", keys: [String]) throws(InvalidField) {
    guard case .object(let members) = value else {
      throw InvalidField(path.isEmpty ? "document" : path, .wrongKind(.object))
    }
    self.path = path.isEmpty ? "" : path + "."
    var known: [String: JSONValue] = [:]
    for (key, value) in members {
      if !keys.contains(key) { throw InvalidField(self.path + key, .unknown) }
      if known.updateValue(value, forKey: key) != nil {
        throw InvalidField(self.path + key, .repeated)
      }
    }
    self.members = known
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { members[key] != nil }

  /// The path of a key.
  func field(_ key: String) -> String { path + key }

  /// The value of a key that must be there.
  func value(_ key: String) throws(InvalidField) -> JSONValue {
    guard let value = members[key] else { throw InvalidField(field(key), .missing) }
    return value
  }

  /// The string of a key that must be there.
  func text(_ key: String) throws(InvalidField) -> String {
    guard case .string(let text) = try value(key) else {
      throw InvalidField(field(key), .wrongKind(.string))
    }
    return text
  }

  /// The elements of a key that must be there, each with its path.
  func elements(_ key: String) throws(InvalidField) -> [(path: String, value: JSONValue)] {
    guard case .array(let values) = try value(key) else {
      throw InvalidField(field(key), .wrongKind(.array))
    }
    return values.enumerated().map { ("\(field(key))[\($0.offset)]", $0.element) }
  }
}
