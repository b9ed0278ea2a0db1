import IAM

/// Random JSON values and damage to their texts, the same for the same seed.
struct SampleValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// A value with at most `depth` levels of arrays and objects.
  mutating func value(depth: Int) -> JSONValue {
    switch below(depth == 0 ? 4 : 7) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .number(Int64(below(1 << 40)) - (1 << 39))
    case 3: return .string(text())
    case 4, 5:
      return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
    default:
      let keys = Set((0..<below(5)).map { _ in text() })
      return .object(keys.sorted().map { (key: $0, value: value(depth: depth - 1)) })
    }
  }

  private mutating func text() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "b", "\"", "\\", "/", "\n", "\u{0}", "\u{7f}", "中", "é", "\u{301}", "😀", "\u{2028}",
      "{", "}", ":", ",",
    ]
    var text = ""
    for _ in 0..<below(8) { text.unicodeScalars.append(scalars[below(scalars.count)]) }
    return text
  }

  /// Changes, adds or takes away one byte.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(UInt8(below(256))) }
    let index = below(bytes.count)
    switch below(3) {
    case 0: bytes[index] = UInt8(below(256))
    case 1: bytes.insert(Array("{}[]\",:\\u0".utf8)[below(10)], at: index)
    default: bytes.remove(at: index)
    }
  }
}
