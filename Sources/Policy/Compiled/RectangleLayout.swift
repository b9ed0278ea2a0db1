/// How a rectangle lies in memory: the words of its menus, of its products, of its accounts.
struct RectangleLayout: Sendable {
  /// Words for the menus.
  let menus: Int
  /// Words for the products.
  let products: Int
  /// Words for the accounts.
  let accounts: Int

  /// Words for all three, and such a number more that no menu of a rectangle lies in another line of
  /// the cache than the others: 1, 2, 4, 8 or a multiple of 8.
  var size: Int {
    let used = menus + products + accounts
    return used > 4 ? (used + 7) / 8 * 8 : used > 2 ? 4 : max(1, used)
  }
  /// A rectangle of nothing.
  var empty: [UInt64] { Array(repeating: 0, count: size) }

  /// Copies a set to its place in a rectangle.
  func write(_ table: BitTable, _ set: Int32, at place: Int, of words: inout [UInt64]) {
    for index in 0..<table.width { words[place + index] = table.word(index, of: set) }
  }

  /// Puts every account, also those that stand for none, into the rectangle that starts at a word.
  func setEveryAccount(of words: inout [UInt64], from start: Int) {
    for index in 0..<accounts { words[start + menus + products + index] = .max }
  }
}
