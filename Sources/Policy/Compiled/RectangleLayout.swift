/// How a rectangle is laid out while a tenant is compiled: the words of its menus, of its products, of its accounts.
struct RectangleLayout: Sendable {
  /// Words for the menus.
  let menus: Int
  /// Words for the products.
  let products: Int
  /// Words for the accounts.
  let accounts: Int

  /// Words for all three.
  var size: Int { menus + products + accounts }
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
