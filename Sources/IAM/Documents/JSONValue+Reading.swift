extension JSONValue {
  /// The most bytes that are read unless the caller says otherwise: 8 MiB.
  public static let defaultMaximumSizeInBytes = 8 << 20
  /// The deepest nesting of arrays and objects that is read unless the caller says otherwise.
  public static let defaultMaximumDepth = 32

  /// Reads RFC 8259 text in UTF-8; a byte order mark at its start is skipped.
  ///
  /// Stricter than the standard asks: a key that stands twice in one object is refused, since
  /// readers disagree on which of the two counts, and so is a number that is not whole.
  ///
  /// - Parameters:
  ///   - bytes: the whole text, holding exactly one value.
  ///   - maximumSizeInBytes: the most bytes that `bytes` may hold, inclusive.
  ///   - maximumDepth: how deep arrays and objects may nest, inclusive; a lone value has depth 0.
  /// - Throws: a `JSONReadingError` with the place of the first problem.
  /// - Complexity: O(number of bytes).
  /// - Source: RFC 8259.
  public init(
    reading bytes: [UInt8], maximumSizeInBytes: Int = defaultMaximumSizeInBytes,
    maximumDepth: Int = defaultMaximumDepth
  ) throws(JSONReadingError) {
    guard bytes.count <= maximumSizeInBytes else {
      throw JSONReadingError(line: 1, column: 1, problem: .tooLarge(limit: maximumSizeInBytes))
    }
    var reader = JSONReader(bytes: bytes, maximumDepth: maximumDepth)
    self = try reader.document()
  }

  /// Reads RFC 8259 text, with the default limits.
  ///
  /// - Throws: a `JSONReadingError` with the place of the first problem.
  /// - Complexity: O(length of the text).
  public init(reading text: String) throws(JSONReadingError) {
    try self.init(reading: Array(text.utf8))
  }
}
