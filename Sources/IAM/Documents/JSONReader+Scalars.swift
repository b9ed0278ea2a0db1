extension JSONReader {
  /// The string whose opening quote is the next byte.
  mutating func string() throws(JSONReadingError) -> String {
    position += 1
    var text = ""
    while true {
      text += try plainText()
      guard let byte = peek() else { throw error(.endOfText) }
      position += 1
      if byte == UInt8(ascii: "\"") { return text }
      text.unicodeScalars.append(try escapedScalar())
    }
  }

  /// The run of text up to the next quote, backslash or the end.
  private mutating func plainText() throws(JSONReadingError) -> String {
    let start = position
    while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      guard byte >= 0x20 else { throw error(.controlCharacter) }
      position += 1
    }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
      throw error(.invalidUTF8, at: start)
    }
    return text
  }

  /// What stands behind a backslash that was just read.
  private mutating func escapedScalar() throws(JSONReadingError) -> Unicode.Scalar {
    let start = position - 1
    guard let byte = peek() else { throw error(.endOfText) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeScalar(start: start)
    default: throw error(.malformedEscape, at: start)
    }
  }

  private mutating func unicodeScalar(start: Int) throws(JSONReadingError) -> Unicode.Scalar {
    let unit = try hexadecimalUnit(start: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else {
      throw error(.malformedEscape, at: start)
    }
    let trail = try hexadecimalUnit(start: start)
    let pair = UInt32(unit) << 10 &+ UInt32(trail) &- 0x35F_DC00
    guard UTF16.isTrailSurrogate(trail), let scalar = Unicode.Scalar(pair) else {
      throw error(.malformedEscape, at: start)
    }
    return scalar
  }

  private mutating func hexadecimalUnit(start: Int) throws(JSONReadingError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek() else { throw error(.endOfText) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.malformedEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  /// The whole number whose sign or first digit is the next byte.
  mutating func number() throws(JSONReadingError) -> Int64 {
    let start = position
    let isNegative = take("-")
    let firstDigit = position
    var value: Int64 = 0
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      // Counted below zero, where one more number lies than above it.
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { throw error(.numberTooLarge, at: start) }
      value = sum
      position += 1
    }
    let digits = position - firstDigit
    guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      throw error(.malformedNumber, at: start)
    }
    guard !take("."), !take("e"), !take("E") else { throw error(.notWhole, at: start) }
    guard isNegative || value != .min else { throw error(.numberTooLarge, at: start) }
    return isNegative ? value : -value
  }
}
