/// A value of a document together with the way to it, so that every error names its place.
public struct DocumentValue: Sendable {
  /// The way to the value, such as `operators[17].roles[0]`; empty for the document itself.
  public let path: String
  /// The value as it was read.
  public let json: JSONValue

  /// A value at a path; without a path, the whole document.
  public init(_ json: JSONValue, path: String = "") {
    self.json = json
    self.path = path
  }

  /// The kind of the value, to choose by where several are allowed.
  public var kind: DocumentKind { DocumentKind(of: json) }

  /// The text. Throws when the value is of another kind.
  public func string() throws(DocumentError) -> String {
    guard case .string(let text) = json else { throw mismatch(.text) }
    return text
  }

  /// The whole number. Throws when the value is of another kind.
  public func integer() throws(DocumentError) -> Int64 {
    guard case .number(let number) = json else { throw mismatch(.number) }
    return number
  }

  /// The truth value. Throws when the value is of another kind.
  public func boolean() throws(DocumentError) -> Bool {
    guard case .bool(let flag) = json else { throw mismatch(.boolean) }
    return flag
  }

  /// The elements of the list, in order, possibly none. Throws when the value is of another kind.
  public func list() throws(DocumentError) -> [DocumentValue] {
    guard case .array(let elements) = json else { throw mismatch(.list) }
    return elements.enumerated().map { DocumentValue($1, path: "\(path)[\($0)]") }
  }

  /// The texts of a list of texts, in order, possibly none. Throws at the first other element.
  public func strings() throws(DocumentError) -> [String] {
    try list().map { element throws(DocumentError) in try element.string() }
  }

  /// A reader of the object, all of whose keys must be among `keys`.
  public func object(keys: [String]) throws(DocumentError) -> DocumentReader {
    guard case .object(let members) = json else { throw mismatch(.object) }
    return try DocumentReader(members: members, path: path, keys: keys)
  }

  /// The error that this value is refused for `reason`.
  public func error(_ reason: DocumentError.Reason) -> DocumentError {
    DocumentError(path: path, reason: reason)
  }

  private func mismatch(_ expected: DocumentKind) -> DocumentError {
    error(.wrongKind(expected: expected, found: kind))
  }
}
