/// A volume a year in 10⁴ m³: a positive decimal with at most three digits after the point.
///
/// - Source: A7.
public struct AnnualVolume: Sendable, Hashable {
  /// Thousandths of 10⁴ m³, more than 0.
  public let thousandths: Int64

  /// Reads a decimal such as `1200` or `0.125`: up to 12 digits before the point, no sign, no
  /// exponent, no superfluous leading zero, digits on both sides of a point.
  public init(_ text: String, field: String = "annual_volume") throws(InvalidField) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count == 2 ? parts[1] : "0"
    let digits = Array((whole + fraction).utf8)
    guard (1...12).contains(whole.utf8.count), (1...3).contains(fraction.utf8.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      whole == "0" || !whole.hasPrefix("0")
    else { throw InvalidField(field, .notVolume) }
    var value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    for _ in fraction.utf8.count..<3 { value *= 10 }
    if value == 0 { throw InvalidField(field, .notVolume) }
    thousandths = value
  }

  /// The decimal without superfluous zeros.
  public var text: String {
    let rest = Int(thousandths % 1_000)
    if rest == 0 { return String(thousandths / 1_000) }
    var digits = String(1_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(thousandths / 1_000).\(digits)"
  }
}
