extension TenantDraft {
  /// A set of menus; empty.
  package mutating func addMenuGroup() -> Int32 { menus.append() }

  /// A set of products; empty.
  package mutating func addProductGroup() -> Int32 {
    productSetCount += 1
    return productSetCount - 1
  }

  /// The thing that a menu code stands for, by its bytes.
  package func menu(_ code: some Collection<UInt8>) -> Thing {
    isWildcard(code) ? .everyMenu : .menus(catalogue.leaves(below: code))
  }

  /// The thing that a product code stands for, by its bytes.
  package mutating func product(_ code: some Collection<UInt8>) -> Thing {
    .product(number(of: code))
  }

  /// Names a menu in a menu group.
  package mutating func insertMenu(_ code: some Collection<UInt8>, into set: Int32) {
    guard isWildcard(code) else { return menus.insert(catalogue.leaves(below: code), into: set) }
    for span in catalogue.wildcardMenus { menus.insert(span, into: set) }
  }

  /// Names a product in a product group.
  package mutating func insertProduct(_ code: some Collection<UInt8>, into set: Int32) {
    productEntries.append((set: set, code: number(of: code)))
  }

  /// Opens a menu to the tenant.
  package mutating func openMenu(_ code: some Collection<UInt8>) {
    insertMenu(code, into: openedMenus)
  }

  /// Opens a product to the tenant.
  package mutating func openProduct(_ code: some Collection<UInt8>) {
    insertProduct(code, into: openedProducts)
  }

  /// Names a menu in a role.
  package mutating func insertMenu(_ code: some Collection<UInt8>, intoRole role: Int32) {
    insertMenu(code, into: roles[Int(role)].sides.menus)
  }

  /// Names a product in a role: its products are no longer the holder's own.
  package mutating func insertProduct(_ code: some Collection<UInt8>, intoRole role: Int32) {
    insertProduct(code, into: roles[Int(role)].sides.products)
    if catalogue.hasProductRoots || !isWildcard(code) { roles[Int(role)].namesProducts = true }
  }

  /// Names an account in a role: its accounts are no longer the holder's own.
  package mutating func insertAccount(_ account: Int32, intoRole role: Int32) {
    accountEntries.append((set: roles[Int(role)].sides.accounts, account: account))
    roles[Int(role)].namesAccounts = true
  }

  /// Puts a menu into the pool of a group that is not of everything.
  package mutating func insertMenu(_ code: some Collection<UInt8>, intoPoolOf group: Int32) {
    if let pool = groups[Int(group)].pool { insertMenu(code, into: pool.menus) }
  }

  /// Puts a product into the pool of a group that is not of everything.
  package mutating func insertProduct(_ code: some Collection<UInt8>, intoPoolOf group: Int32) {
    if let pool = groups[Int(group)].pool { insertProduct(code, into: pool.products) }
  }

  /// Puts an account, or with `nil` every one, into the pool of a group that is not of everything.
  package mutating func insertAccount(_ account: Int32?, intoPoolOf group: Int32) {
    guard let pool = groups[Int(group)].pool else { return }
    if let account {
      accountEntries.append((set: pool.accounts, account: account))
    } else {
      groups[Int(group)].pool?.hasEveryAccount = true
    }
  }

  private func isWildcard(_ code: some Collection<UInt8>) -> Bool {
    code.count == 1 && code.first == UInt8(ascii: "*")
  }

  private mutating func number(of code: some Collection<UInt8>) -> Int32 {
    let code = ProductCode(unchecked: String(decoding: code, as: UTF8.self))
    if let number = productNumbers[code] { return number }
    let number = Int32(productCodes.count)
    productCodes.append(code)
    productNumbers[code] = number
    return number
  }
}
