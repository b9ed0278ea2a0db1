extension TenantDraft {
  /// A set of menus; empty.
  package mutating func addMenuGroup() -> Int32 { menus.append() }

  /// A set of products; empty.
  package mutating func addProductGroup() -> Int32 {
    productSetCount += 1
    return productSetCount - 1
  }

  /// The thing that a menu code stands for, by its bytes.
  package func menu(_ code: UnsafeRawBufferPointer) -> Thing {
    isWildcard(code) ? .everyMenu : .menus(catalogue.leaves(below: code))
  }

  /// The thing that a product code stands for, by its bytes.
  package mutating func product(_ code: UnsafeRawBufferPointer) -> Thing {
    .product(number(of: code))
  }

  /// Names a menu in a menu group.
  package mutating func insertMenu(_ code: UnsafeRawBufferPointer, into set: Int32) {
    guard isWildcard(code) else { return menus.insert(catalogue.leaves(below: code), into: set) }
    for span in catalogue.wildcardMenus { menus.insert(span.range, into: set) }
  }

  /// Names a product in a product group.
  package mutating func insertProduct(_ code: UnsafeRawBufferPointer, into set: Int32) {
    productEntries.append((set: set, code: number(of: code)))
  }

  /// Opens a menu to the tenant.
  package mutating func openMenu(_ code: UnsafeRawBufferPointer) {
    insertMenu(code, into: openedMenus)
  }

  /// Opens a product to the tenant.
  package mutating func openProduct(_ code: UnsafeRawBufferPointer) {
    insertProduct(code, into: openedProducts)
  }

  /// Names a menu in a role.
  package mutating func insertMenu(_ code: UnsafeRawBufferPointer, intoRole role: Int32) {
    insertMenu(code, into: roles[Int(role)].sides.menus)
  }

  /// Names a product in a role: its products are no longer the holder's own.
  package mutating func insertProduct(_ code: UnsafeRawBufferPointer, intoRole role: Int32) {
    insertProduct(code, into: roles[Int(role)].sides.products)
    if !catalogue.productRoots.isEmpty || !isWildcard(code) {
      roles[Int(role)].namesProducts = true
    }
  }

  /// Names an account in a role: its accounts are no longer the holder's own.
  package mutating func insertAccount(_ account: Int32, intoRole role: Int32) {
    accountEntries.append((set: roles[Int(role)].sides.accounts, account: account))
    roles[Int(role)].namesAccounts = true
  }

  /// Puts a menu into the pool of a group that is not of everything.
  package mutating func insertMenu(_ code: UnsafeRawBufferPointer, intoPoolOf group: Int32) {
    if let pool = groups[Int(group)].pool { insertMenu(code, into: pool.menus) }
  }

  /// Puts a product into the pool of a group that is not of everything.
  package mutating func insertProduct(_ code: UnsafeRawBufferPointer, intoPoolOf group: Int32) {
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

  private func isWildcard(_ code: UnsafeRawBufferPointer) -> Bool {
    code.count == 1 && code.first == UInt8(ascii: "*")
  }

  private mutating func number(of code: UnsafeRawBufferPointer) -> Int32 {
    let code = ProductCode(unchecked: String(decoding: code, as: UTF8.self))
    if let number = productNumbers[code] { return number }
    let number = Int32(productCodes.count)
    productCodes.append(code)
    productNumbers[code] = number
    return number
  }
}

// The same with codes as text, for tenants given as plain values.
extension TenantDraft {
  /// The thing that a menu code stands for.
  package func menu(_ code: String) -> Thing { bytes(code) { menu($0) } }

  /// The thing that a product code stands for.
  package mutating func product(_ code: String) -> Thing { bytes(code) { product($0) } }
  mutating func insertMenu(_ code: String, into set: Int32) {
    bytes(code) { insertMenu($0, into: set) }
  }
  mutating func insertProduct(_ code: String, into set: Int32) {
    bytes(code) { insertProduct($0, into: set) }
  }
  mutating func insertMenu(_ code: String, intoRole role: Int32) {
    bytes(code) { insertMenu($0, intoRole: role) }
  }
  mutating func insertProduct(_ code: String, intoRole role: Int32) {
    bytes(code) { insertProduct($0, intoRole: role) }
  }
  mutating func insertMenu(_ code: String, intoPoolOf group: Int32) {
    bytes(code) { insertMenu($0, intoPoolOf: group) }
  }
  mutating func insertProduct(_ code: String, intoPoolOf group: Int32) {
    bytes(code) { insertProduct($0, intoPoolOf: group) }
  }
}

/// Lends the bytes of a code.
private func bytes<Answer>(
  _ code: String, _ body: (UnsafeRawBufferPointer) -> Answer
) -> Answer {
  Array(code.utf8).withUnsafeBytes(body)
}
