/// Reads comma-separated records one at a time.
///
/// Fields may be quoted and may then hold commas, doubled quotes and line breaks. Lines without
/// any character between records are skipped.
///
/// - Source: RFC 4180.
public struct CSVReader {
  private var lines: LineReader

  /// Reads the records in these lines.
  public init(_ lines: LineReader) {
    self.lines = lines
  }

  /// The next record, or `nil` behind the last.
  ///
  /// - Throws: a `RecordError`, after which the next call goes on with the line below; and
  ///   whatever the source of the lines throws.
  /// - Complexity: O(length of the record).
  public mutating func next() throws -> CSVRecord? {
    while let line = try lines.next() {
      if !line.bytes.isEmpty { return try record(startingWith: line) }
    }
    return nil
  }

  private mutating func record(startingWith line: TextLine) throws -> CSVRecord {
    let bytes = Self.isOpen(line.bytes) ? try continued(line) : line.bytes
    do {
      return CSVRecord(line: line.number, fields: try Self.fields(of: bytes))
    } catch {
      throw RecordError(line: line.number, reason: error)
    }
  }

  /// The bytes of the line and of those below it, up to the one that closes the last quote.
  private mutating func continued(_ line: TextLine) throws -> [UInt8] {
    var bytes = line.bytes
    var quotes = Self.quotes(in: bytes)
    while quotes % 2 == 1 {
      guard let more = try lines.next() else {
        throw RecordError(line: line.number, reason: .quoteNotClosed)
      }
      bytes += [0x0A] + more.bytes
      quotes += Self.quotes(in: more.bytes)
      guard bytes.count <= LineReader.maximumLineSizeInBytes else {
        throw RecordError(
          line: line.number, reason: .tooLong(limit: LineReader.maximumLineSizeInBytes))
      }
    }
    return bytes
  }

  /// Whether a quoted field goes on below; a stray quote in a plain field does not open one.
  private static func isOpen(_ bytes: [UInt8]) -> Bool {
    guard quotes(in: bytes) % 2 == 1 else { return false }
    do {
      return try fields(of: bytes).isEmpty
    } catch {
      return error == .quoteNotClosed
    }
  }

  private static func quotes(in bytes: [UInt8]) -> Int {
    bytes.count { $0 == quote }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  private static func fields(of bytes: [UInt8]) throws(RecordError.Reason) -> [String] {
    var fields: [String] = []
    var rest = bytes[...]
    while true {
      let field =
        rest.first == quote ? try quotedField(&rest) : try plainField(&rest)
      guard let text = String(validating: field, as: UTF8.self) else { throw .invalidUTF8 }
      fields.append(text)
      guard rest.popFirst() == comma else { return fields }
    }
  }

  private static func plainField(
    _ rest: inout ArraySlice<UInt8>
  ) throws(RecordError.Reason) -> ArraySlice<UInt8> {
    let field = rest.prefix { $0 != comma }
    guard !field.contains(quote) else { throw .misplacedQuote }
    rest = rest[field.endIndex...]
    return field
  }

  private static func quotedField(
    _ rest: inout ArraySlice<UInt8>
  ) throws(RecordError.Reason) -> ArraySlice<UInt8> {
    rest.removeFirst()
    var field: ArraySlice<UInt8> = []
    while true {
      let run = rest.prefix { $0 != quote }
      field += run
      rest = rest[run.endIndex...]
      guard rest.popFirst() == quote else { throw .quoteNotClosed }
      // A second quote stands for one quote and the field goes on.
      guard rest.first == quote else { break }
      field.append(quote)
      rest.removeFirst()
    }
    guard rest.isEmpty || rest.first == comma else { throw .misplacedQuote }
    return field
  }
}
