/// Turns a draft into a compiled tenant: ceilings folded in, validities cut into segments.
///
/// The same definition as ``TenantPolicy/grants(of:at:activeRoles:)``, on sets of bits.
struct TenantCompiler {
  let draft: TenantDraft
  let layout: RectangleLayout
  /// The products of the catalogue and the terms that the tenant names itself, in order.
  let products: [ProductCode]
  /// The places among them of each product code that the draft names.
  let productSpans: [[Range<Int>]]
  let productSets: BitTable
  let accountSets: BitTable
  /// What is opened over every account.
  let opened: [UInt64]
  /// What each group's administrators may hand out.
  private(set) var ceilings: [Ceiling] = []
  private(set) var lineages: [[Int32]] = []
  /// Whether something that a group hands down begins or ends.
  private(set) var isBounded: [Bool] = []
  /// The sets of menus, the first of them what is opened.
  var menuSets: SetPool
  /// The sets of products and accounts, the first of them what is opened.
  var reaches: SetPool
  /// All rectangles, the first of them what is opened.
  var rectangles: [CompiledRectangle] = [.opened]
  var scratch: GrantScratch

  init(_ draft: TenantDraft) {
    self.draft = draft
    let catalogue = draft.catalogue
    let terms = draft.productCodes.filter { catalogue.isUnlistedTerm($0) }
    let products = terms.isEmpty ? catalogue.products : (catalogue.products + terms).sorted()
    self.products = products
    let spans = draft.productCodes.map { code in
      code == .wildcard
        ? catalogue.productRoots.map { products.span(of: $0) }
        : [products.span(of: code)]
    }
    productSpans = spans
    var productSets = BitTable(count: products.count)
    for _ in 0..<draft.productSetCount { _ = productSets.append() }
    for entry in draft.productEntries {
      for span in spans[Int(entry.code)] { productSets.insert(span, into: entry.set) }
    }
    self.productSets = productSets
    var accountSets = BitTable(count: draft.accounts.count)
    for _ in 0..<draft.accountSetCount { _ = accountSets.append() }
    for entry in draft.accountEntries {
      accountSets.insert(Int(entry.account)..<Int(entry.account) + 1, into: entry.set)
    }
    self.accountSets = accountSets
    layout = RectangleLayout(
      menus: draft.menus.width, products: productSets.width, accounts: accountSets.width)
    scratch = GrantScratch(layout, roles: draft.roles.count)
    var opened = layout.empty
    layout.write(draft.menus, draft.openedMenus, at: 0, of: &opened)
    layout.write(productSets, draft.openedProducts, at: layout.menus, of: &opened)
    layout.setEveryAccount(of: &opened, from: 0)
    self.opened = opened
    menuSets = SetPool(width: layout.menus)
    _ = menuSets.append(opened[..<layout.menus])
    reaches = SetPool(width: layout.size - layout.menus)
    _ = reaches.append(opened[layout.menus...])
    let groups = Int32(draft.groups.count)
    lineages = (0..<groups).map(lineage)
    ceilings = (0..<groups).map(ceiling)
    isBounded = draft.groups.map { draft.isBounded($0.holdings) }
  }

  private func lineage(of group: Int32) -> [Int32] {
    var path: [Int32] = []
    var next = group
    while next >= 0, !path.contains(next) {
      path.append(next)
      next = draft.groups[Int(next)].parent
    }
    return path
  }

  private func ceiling(of group: Int32) -> Ceiling {
    let path = lineages[Int(group)]
    guard let root = path.last, draft.groups[Int(root)].parent == -1 else {
      return Ceiling(words: layout.empty)
    }
    let pools = path.compactMap { draft.groups[Int($0)].pool }
    guard !pools.isEmpty else { return Ceiling(words: nil) }
    var result = opened
    for pool in pools {
      var words = layout.empty
      layout.write(draft.menus, pool.menus, at: 0, of: &words)
      layout.write(productSets, pool.products, at: layout.menus, of: &words)
      layout.write(
        accountSets, pool.accounts, at: layout.menus + layout.products, of: &words)
      if pool.hasEveryAccount { layout.setEveryAccount(of: &words, from: 0) }
      for index in words.indices { result[index] &= words[index] }
    }
    return Ceiling(words: result)
  }

  /// What a group's administrators may hand out; `nil` for all that is opened.
  struct Ceiling {
    var words: [UInt64]?
  }
}

extension TenantDraft {
  /// Whether something in a chain of holdings begins or ends.
  func isBounded(_ head: Int32) -> Bool {
    var next = head
    while next >= 0 {
      let holding = holdings[Int(next)]
      if holding.validity != .always { return true }
      next = holding.next
    }
    return false
  }
}
