/// Splits bytes that arrive in pieces into lines, holding no more than one line and one piece.
///
/// Lines end with LF or CR LF; the last needs no line break. A byte order mark at the start is
/// skipped.
public struct LineReader {
  /// The longest line that is read, in bytes.
  public static let maximumLineSizeInBytes = 64 << 10

  private let nextPiece: () throws -> [UInt8]
  private var piece: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  /// Reads from a source that answers one piece a call and an empty one at its end.
  public init(pieces nextPiece: @escaping () throws -> [UInt8]) {
    self.nextPiece = nextPiece
  }

  /// Reads from bytes that are all there already.
  public init(bytes: [UInt8]) {
    self.init { [] }
    piece = bytes
  }

  /// The next line, or `nil` behind the last.
  ///
  /// - Throws: a `RecordError` for a line over the limit, which is skipped: the call after it
  ///   goes on with the line below; and whatever the source throws.
  /// - Complexity: O(length of the line).
  public mutating func next() throws -> TextLine? {
    var line: [UInt8] = []
    var isComplete = false
    var isTooLong = false
    var isEmpty = true
    while !isComplete, try fill() {
      isEmpty = false
      let rest = piece[position...]
      let end = rest.firstIndex(of: 0x0A)
      isComplete = end != nil
      let part = rest[..<(end ?? rest.endIndex)]
      isTooLong = isTooLong || line.count + part.count > Self.maximumLineSizeInBytes
      if isTooLong { line = [] } else { line += part }
      position = end.map { $0 + 1 } ?? piece.count
    }
    guard !isEmpty else { return nil }
    number += 1
    guard !isTooLong else {
      throw RecordError(line: number, reason: .tooLong(limit: Self.maximumLineSizeInBytes))
    }
    return TextLine(number: number, bytes: trimmed(line))
  }

  /// Makes sure that a byte is there to be read, unless the source has ended.
  private mutating func fill() throws -> Bool {
    if position < piece.count { return true }
    if isAtEnd { return false }
    piece = try nextPiece()
    position = 0
    isAtEnd = piece.isEmpty
    return !isAtEnd
  }

  private func trimmed(_ line: [UInt8]) -> [UInt8] {
    var line = line[...]
    if line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    return Array(line)
  }
}

extension LineReader {
  /// Whether the first character that is not white space opens a JSON object; reads nothing away.
  mutating func startsWithObject() throws -> Bool {
    while try fill() {
      let rest = piece[position...].drop { Self.blanks.contains($0) }
      if let first = rest.first { return first == UInt8(ascii: "{") }
      // A piece without any text says nothing: take the next one too.
      let more = try nextPiece()
      guard !more.isEmpty else { return false }
      piece += more
    }
    return false
  }

  private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
}
