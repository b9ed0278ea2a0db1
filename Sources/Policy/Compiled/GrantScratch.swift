/// Memory that is used again for every operator of a tenant being compiled.
struct GrantScratch {
  /// The operator's own products and accounts, cut by the ceilings they came through.
  var ownProducts: [UInt64]
  var ownAccounts: [UInt64]
  /// One side of what came by one channel.
  var products: [UInt64]
  var accounts: [UInt64]
  var menus: [UInt64]
  /// The rectangle that is being made.
  var rectangle: [UInt64]
  /// The roles reached by one channel, and which they are.
  var reached: [Int32] = []
  var isReached: [Bool]
  /// The ways by which things come to the operator.
  var channels: [Channel] = []

  /// A way by which things come: what is held, and the group whose ceiling cuts it.
  struct Channel {
    var holdings: Int32
    var group: Int32
  }

  init(_ layout: RectangleLayout, roles: Int) {
    ownProducts = Array(repeating: 0, count: layout.products)
    products = ownProducts
    ownAccounts = Array(repeating: 0, count: layout.accounts)
    accounts = ownAccounts
    menus = Array(repeating: 0, count: layout.menus)
    rectangle = layout.empty
    isReached = Array(repeating: false, count: roles)
  }
}

extension Array where Element == UInt64 {
  /// Empties a set.
  mutating func clear() {
    for index in indices { self[index] = 0 }
  }

  /// Adds every number.
  mutating func fill() {
    for index in indices { self[index] = .max }
  }

  /// Adds some numbers.
  mutating func insert(_ numbers: Range<Int>) {
    for number in numbers { self[number >> 6] |= 1 << UInt64(number & 63) }
  }

  /// Adds a set of a table.
  mutating func formUnion(_ table: BitTable, _ set: Int32) {
    for index in indices { self[index] |= table.word(index, of: set) }
  }
}
