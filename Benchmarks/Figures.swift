/// What was measured: a name and its values, of which the median counts.
struct Figures {
  private(set) var names: [String] = []
  private var samples: [String: [Double]] = [:]

  /// Adds a value of a name.
  mutating func add(_ name: String, _ value: Double) {
    if samples[name] == nil { names.append(name) }
    samples[name, default: []].append(value)
  }

  /// The median of a name; `nil` when it was not measured.
  subscript(name: String) -> Double? { samples[name]?.median }

  /// How often one number goes into another, where both were measured.
  func ratio(_ upper: String, _ lower: String) -> Double? {
    guard let upper = self[upper], let lower = self[lower], lower > 0 else { return nil }
    return upper / lower
  }

  /// One object, flat.
  var json: String {
    let lines = names.map { "  \"\($0)\": \((self[$0] ?? 0).decimal(places: 3))" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}

extension Double {
  /// The number with so many places behind the point; without a point where it is whole or large.
  func decimal(places: Int) -> String {
    if places == 0 || magnitude >= 1000 || self == rounded() { return String(Int64(rounded())) }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int64((magnitude * Double(scale)).rounded())
    let rest = String(Int(scaled) % scale)
    let sign = self < 0 ? "-" : ""
    return "\(sign)\(Int(scaled) / scale)." + String(repeating: "0", count: places - rest.count)
      + rest
  }
}
