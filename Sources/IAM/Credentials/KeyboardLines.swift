/// Rows and columns of the usual keyboard, forwards and backwards, along which fingers walk.
enum KeyboardLines {
  /// The lines, in small letters.
  static let all: [[Unicode.Scalar]] = {
    let lines = [
      "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "`1234567890-=", "~!@#$%^&*()_+",
      "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp",
      "1qazxsw23edcvfr45tgbnhy67ujm", "!qaz@wsx#edc$rfv%tgb^yhn&ujm", "qweasdzxc", "147258369",
      "159357", "741852963", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "a1s2d3f4g5h6j7k8l9",
    ].map { Array($0.unicodeScalars) }
    return lines + lines.map { $0.reversed() }
  }()

  /// Where each key lies: the number of a line in ``all``, and the place in that line.
  static let places: [Unicode.Scalar: [(line: Int, index: Int)]] = {
    var places: [Unicode.Scalar: [(line: Int, index: Int)]] = [:]
    for (line, keys) in all.enumerated() {
      for (index, key) in keys.enumerated() { places[key, default: []].append((line, index)) }
    }
    return places
  }()
}
