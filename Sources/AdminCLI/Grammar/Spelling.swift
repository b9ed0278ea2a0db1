/// Finds the word that a mistyped one was meant to be.
enum Spelling {
  /// "did you mean …", when one of the words is near enough.
  static func suggestion(for word: String, among words: [String]) -> Text? {
    nearest(to: word, among: words).map {
      Text(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?")
    }
  }

  /// The nearest of the words: at most a third of its letters (and always one) are wrong,
  /// or the word is its beginning; the first of equals; `nil` when none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    let near = words.lazy
      .map { (word: $0, distance: distance(Array(word), Array($0))) }
      .filter { $0.distance <= max(1, $0.word.count / 3) }
      .min { $0.distance < $1.distance }
    if let near { return near.word }
    return word.count < 2 ? nil : words.first { $0.hasPrefix(word) }
  }

  /// How many insertions, removals, replacements and swaps of neighbours lead from one word to
  /// the other, no part being edited twice.
  ///
  /// - Complexity: O(*n* · *m*) time.
  /// - Source: optimal string alignment (Damerau 1964).
  static func distance(_ from: [Character], _ target: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...target.count)
    for i in from.indices {
      var row = [i + 1]
      row.reserveCapacity(target.count + 1)
      for j in target.indices {
        let replaced = above[j] + (from[i] == target[j] ? 0 : 1)
        var best = min(replaced, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, from[i] == target[j - 1], from[i - 1] == target[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      (before, above) = (above, row)
    }
    return above[target.count]
  }
}
