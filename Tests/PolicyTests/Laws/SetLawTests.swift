import Policy
import TestSupport
import Testing

/// The algebra of sets and rectangles, against points.
struct SetLawTests {
  static let nodes: [MenuCode] = ["a", "a.b", "a.b.d", "a.c", "e"]
  /// The nodes, and one to come below each.
  static let points = nodes + nodes.map { MenuCode(unchecked: $0.text + ".new") }
  static let subsets = (0..<(1 << nodes.count)).map { bits in
    nodes.indices.filter { bits >> $0 & 1 == 1 }.map { nodes[$0] }
  }

  static func holds(_ named: [MenuCode], _ point: MenuCode) -> Bool {
    named.contains { point == $0 || point.text.hasPrefix($0.text + ".") }
  }

  @Test func `sets of nodes agree with points`() {
    for mine in Self.subsets {
      let left = MenuSet(mine)
      #expect(left.nodes.isSubset(of: mine))
      #expect(left.isEmpty == mine.isEmpty)
      for point in Self.points { #expect(left.covers(point) == Self.holds(mine, point)) }
    }
  }

  @Test func `union, intersection and covering agree with points`() {
    for mine in Self.subsets {
      for theirs in Self.subsets {
        let (left, right) = (MenuSet(mine), MenuSet(theirs))
        let (union, both) = (left.union(right), left.intersection(right))
        let wrong = Self.points.filter { point in
          let (inMine, inTheirs) = (Self.holds(mine, point), Self.holds(theirs, point))
          return union.covers(point) != (inMine || inTheirs)
            || both.covers(point) != (inMine && inTheirs)
        }
        #expect(wrong.isEmpty, "\(mine) \(theirs)")
        let isWithin = Self.points.allSatisfy { !Self.holds(theirs, $0) || Self.holds(mine, $0) }
        #expect(left.covers(right) == isWithin)
      }
    }
  }

  static let accountSets: [AccountSet] = [
    .none, .every, .some(["T1"]), .some(["T2"]), .some(["T1", "T2"]),
  ]

  @Test func `sets of accounts agree with points`() {
    for left in Self.accountSets {
      for right in Self.accountSets {
        for account: AccountCode in ["T1", "T2", "NEW"] {
          let (mine, theirs) = (left.contains(account), right.contains(account))
          #expect(left.union(right).contains(account) == (mine || theirs))
          #expect(left.intersection(right).contains(account) == (mine && theirs))
        }
      }
    }
  }

  /// Every target over the codes of the rectangles below, with ones to come.
  static let targets: [Target] = points.flatMap { menu in
    ([nil, "P", "P.S", "P.NEW", "Q"] as [ProductCode?]).flatMap { product in
      ([nil, "T1", "T2", "NEW"] as [AccountCode?]).map {
        Target(menu: menu, product: product, account: $0)
      }
    }
  }

  static func rectangles(_ random: inout SplitMix64) -> [Rectangle] {
    (0..<random.number(below: 4)).map { _ in
      Rectangle(
        menus: MenuSet(random.pick(subsets)),
        products: ProductSet(random.some(["P", "P.S", "Q"] as [ProductCode])),
        accounts: random.pick(accountSets))
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a difference is empty just when no point is missing`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let wanted = Self.rectangles(&random)
      let others = Self.rectangles(&random)
      let left = difference(wanted, minus: others)
      let missing = Self.targets.filter { target in
        wanted.contains { $0.covers(target) } && !others.contains { $0.covers(target) }
      }
      #expect(left.isEmpty == missing.isEmpty, "\(wanted) minus \(others)")
      #expect(missing.allSatisfy { target in left.contains { $0.covers(target) } })
      // What is left names nothing but what was wanted, and each piece misses something.
      for piece in left {
        #expect(missing.contains(where: piece.covers))
        #expect(wanted.contains { $0.menus.covers(piece.menus) })
      }
      #expect(left == difference(wanted, minus: others))
    }
  }

  @Test func `holding all children of a node is less than holding the node`() {
    let node = Rectangle(menus: ["a"], products: [], accounts: .none)
    let children = Rectangle(menus: ["a.b", "a.c"], products: [], accounts: .none)
    #expect(difference([node], minus: [children]) == [node])
    #expect(difference([children], minus: [node]).isEmpty)
  }

  @Test func `all accounts of today are less than every account`() {
    let every = Rectangle(menus: ["a"], products: [], accounts: .every)
    let today = Rectangle(menus: ["a"], products: [], accounts: .some(["T1", "T2"]))
    #expect(!difference([every], minus: [today]).isEmpty)
    #expect(difference([today], minus: [every]).isEmpty)
  }

  @Test func `the generator repeats itself for a seed`() {
    var first = SplitMix64(seed: 0)
    // The first values of the published algorithm for seed 0.
    #expect(first.next() == 0xE220_A839_7B1D_CDAF)
    #expect(first.next() == 0x6E78_9E6A_A1B9_65F4)
  }
}
