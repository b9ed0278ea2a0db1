/// The grammar of RFC 8259 by recursive descent, as deep as the limit allows.
///
/// A reader of our own, because the decoder of FoundationEssentials loses the order of keys, takes
/// the last of two equal keys in silence, gives no line and column, and costs start-up time.
struct JSONReader {
  let bytes: [UInt8]
  let maximumDepth: Int
  /// The index of the next byte that was not read yet.
  var position = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// Exactly one value with white space around it.
  mutating func document() throws(JSONReadingError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard position == bytes.count else { throw error(.textAfterValue) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONReadingError) -> JSONValue {
    skipWhiteSpace()
    guard let byte = peek() else { throw error(.endOfText) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw error(.valueExpected)
    }
  }

  private mutating func members(
    depth: Int
  ) throws(JSONReadingError) -> [(key: String, value: JSONValue)] {
    try open(depth: depth)
    var members: [(key: String, value: JSONValue)] = []
    var keys: Set<String> = []
    while try hasAnother(first: members.isEmpty, close: "}") {
      let start = position
      guard peek() == UInt8(ascii: "\"") else { throw error(.markExpected("`\"`")) }
      let key = try string()
      guard keys.insert(key).inserted else { throw error(.duplicateKey(key), at: start) }
      skipWhiteSpace()
      guard take(":") else { throw error(.markExpected("`:`")) }
      members.append((key: key, value: try value(depth: depth)))
    }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONReadingError) -> [JSONValue] {
    try open(depth: depth)
    var elements: [JSONValue] = []
    while try hasAnother(first: elements.isEmpty, close: "]") {
      elements.append(try value(depth: depth))
    }
    return elements
  }

  private mutating func open(depth: Int) throws(JSONReadingError) {
    guard depth <= maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
    position += 1
  }

  /// Reads what stands between two items: whether another one follows.
  private mutating func hasAnother(
    first: Bool, close: Unicode.Scalar
  ) throws(JSONReadingError) -> Bool {
    skipWhiteSpace()
    if take(close) { return false }
    if !first {
      guard take(",") else { throw error(.markExpected("`,` / `\(close)`")) }
      skipWhiteSpace()
    }
    return true
  }

  private mutating func literal(
    _ word: String, _ value: JSONValue
  ) throws(JSONReadingError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error(.valueExpected) }
    position += word.utf8.count
    return value
  }

  // MARK: Bytes

  func peek() -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func skipWhiteSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// The error at `place`, or where the reader stands; what is missing is missing at the end.
  func error(_ problem: JSONReadingError.Problem, at place: Int? = nil) -> JSONReadingError {
    let index = min(place ?? position, bytes.count)
    let before = bytes[..<index]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let atEnd = place == nil && position >= bytes.count && problem != .textAfterValue
    return JSONReadingError(
      line: before.count { $0 == 0x0A } + 1,
      // Continuation bytes do not start a scalar.
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1,
      problem: atEnd ? .endOfText : problem)
  }
}
