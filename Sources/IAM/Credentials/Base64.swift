/// Bytes as base64 text without padding, in one of the two alphabets of RFC 4648.
///
/// - Source: RFC 4648 sections 4 and 5.
struct Base64: Sendable {
  /// The alphabet of PHC strings, with `+` and `/`.
  static let standard = Base64(lastTwo: "+/")
  /// The alphabet that file names and addresses bear, with `-` and `_`.
  static let safe = Base64(lastTwo: "-_")

  private let alphabet: [UInt8]
  private let values: [UInt8?]

  private init(lastTwo: String) {
    let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    let alphabet = Array((common + lastTwo).utf8)
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, unit) in alphabet.enumerated() { values[Int(unit)] = UInt8(value) }
    self.alphabet = alphabet
    self.values = values
  }

  /// The bytes as text.
  func text(_ bytes: [UInt8]) -> String {
    var units: [UInt8] = []
    var bits: UInt32 = 0
    var width = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      width += 8
      while width >= 6 {
        width -= 6
        units.append(alphabet[Int(bits >> UInt32(width) & 63)])
      }
    }
    if width > 0 { units.append(alphabet[Int(bits << UInt32(6 - width) & 63)]) }
    return String(decoding: units, as: UTF8.self)
  }

  /// The bytes that a text stands for, or `nil` for a foreign character, padding, an impossible
  /// length, or bits left over: every value has exactly one text.
  func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var width = 0
    for unit in text.utf8 {
      guard let value = values[Int(unit)] else { return nil }
      bits = bits << 6 | UInt32(value)
      width += 6
      if width >= 8 {
        width -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(width)))
      }
    }
    let rest = bits & (1 << UInt32(width) - 1)
    return width < 6 && rest == 0 ? bytes : nil
  }
}
