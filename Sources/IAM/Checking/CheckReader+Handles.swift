internal import CSQLite
public import Policy

// Names looked up once, for those who ask about the same ones very often.

extension CheckReader {
  /// Looks an operator up.
  ///
  /// - Returns: `nil` for one that does not exist now.
  /// - Throws: `DatabaseError`.
  public func `operator`(_ username: String) throws -> OperatorHandle? {
    guard let key = UsernameKey(username), let place = try place(of: key, username) else {
      return nil
    }
    operators.append(username)
    // SAFETY: the place was just found in this view.
    let id = try withView(place.slot) { unsafe $0.ids[place.number] }
    // SAFETY: the memory is this reader's alone.
    return unsafe OperatorHandle(
      owner: owner, place: Int32(operators.count - 1), slot: Int32(place.slot),
      number: Int32(place.number), id: id,
      generation: memory.pointee.slots[place.slot].generation, epoch: memory.pointee.epoch)
  }

  /// Looks a tenant up.
  ///
  /// - Returns: `nil` for one that does not exist now.
  /// - Throws: `DatabaseError`.
  public func tenant(_ code: String) throws -> TenantHandle? {
    let id = try guarded {
      try opened().database.read { reading in
        try reading.first("SELECT id FROM tenant WHERE code = ?", code) { try $0.int(0) }
      }
    }
    guard let id else { return nil }
    // SAFETY: the memory is this reader's alone.
    let slot = unsafe memory.pointee.slot(ofTenant: id)
    return unsafe TenantHandle(owner: owner, slot: Int32(slot), epoch: memory.pointee.epoch)
  }

  /// Looks an action up; one that no catalogue knows is denied later.
  public func menu(_ code: String) throws -> MenuHandle {
    menus.append(code)
    let catalogue = try catalogue()
    return MenuHandle(
      owner: owner, place: Int32(menus.count - 1), number: catalogue.leafTable.number(code),
      version: catalogue.version)
  }

  /// Keeps a product; one that no catalogue knows is denied later.
  public func product(_ code: String) -> ProductHandle {
    products.append(code)
    return ProductHandle(owner: owner, place: Int32(products.count - 1))
  }

  /// Keeps an account; one that the operator's tenant does not have is denied later.
  public func account(_ code: String) -> AccountHandle {
    accounts.append(code)
    return AccountHandle(owner: owner, place: Int32(accounts.count - 1))
  }

  /// Whether an operator may do something that needs neither product nor account to be named.
  ///
  /// The answer is that of ``check(_:minimumRevision:)`` at the present instant.
  ///
  /// - Parameters:
  ///   - person: whom it is about.
  ///   - menu: the action.
  ///   - tenant: the tenant within which it is asked: an operator of another is unknown.
  ///   - paymentVerified: whether the session has proved the payment password.
  ///   - keyVerified: whether the session has proved a key.
  /// - Complexity: O(1), without lock and allocation, for a tenant that is loaded and unchanged.
  public func check(
    _ person: OperatorHandle, _ menu: MenuHandle, in tenant: TenantHandle? = nil,
    paymentVerified: Bool = false, keyVerified: Bool = false
  ) throws -> Verdict {
    precondition(person.owner == owner && menu.owner == owner, "handles are of one reader only")
    let word = try currentWord()
    // SAFETY: the memory is this reader's alone.
    guard unsafe person.epoch == memory.pointee.epoch else {
      return try check(again: person, menu, nil, nil, paymentVerified, keyVerified)
    }
    if let tenant, tenant.slot != person.slot { return .denied(.operatorUnknown, revision: 0) }
    try verify(Int(person.slot), word)
    return try withView(Int(person.slot)) { view in
      guard isSame(person, view) else {
        return try check(again: person, menu, nil, nil, paymentVerified, keyVerified)
      }
      let target = CompiledTarget(menu: number(of: menu, in: view))
      // SAFETY: the number was compared with the view.
      return view.verdict(
        Int(person.number), target, at: instant(nil, Int(person.number), target, view),
        paymentVerified: paymentVerified, keyVerified: keyVerified)
    }
  }

  /// Whether an operator may do something for a product and on an account.
  ///
  /// - Complexity: O(length of the codes), without lock and allocation, for a tenant that is loaded
  ///   and unchanged.
  public func check(
    _ person: OperatorHandle, _ menu: MenuHandle, product: ProductHandle?,
    account: AccountHandle?, paymentVerified: Bool = false, keyVerified: Bool = false
  ) throws -> Verdict {
    precondition(person.owner == owner && menu.owner == owner, "handles are of one reader only")
    precondition(
      product.map { $0.owner == owner } != false && account.map { $0.owner == owner } != false,
      "handles are of one reader only")
    let word = try currentWord()
    // SAFETY: the memory is this reader's alone.
    guard unsafe person.epoch == memory.pointee.epoch else {
      return try check(again: person, menu, product, account, paymentVerified, keyVerified)
    }
    try verify(Int(person.slot), word)
    return try withView(Int(person.slot)) { view in
      guard isSame(person, view) else {
        return try check(again: person, menu, product, account, paymentVerified, keyVerified)
      }
      var target = CompiledTarget(menu: number(of: menu, in: view))
      try locate(
        product.map { products[Int($0.place)] }, account.map { accounts[Int($0.place)] },
        Int(person.slot), &target)
      // SAFETY: the number was compared with the view.
      return view.verdict(
        Int(person.number), target, at: instant(nil, Int(person.number), target, view),
        paymentVerified: paymentVerified, keyVerified: keyVerified)
    }
  }

  /// Whether a handle's number is still that of its operator.
  @inline(__always)
  private func isSame(_ person: OperatorHandle, _ view: TenantView) -> Bool {
    // SAFETY: the slot was verified; the number is compared with the count before it is used.
    if unsafe memory.pointee.slots[Int(person.slot)].generation == person.generation { return true }
    return unsafe person.number < view.operatorCount && view.ids[Int(person.number)] == person.id
  }

  /// The number of an action in the catalogue that a tenant was compiled with.
  @inline(__always)
  private func number(of menu: MenuHandle, in view: TenantView) -> Int32 {
    // SAFETY: the view is valid while it is lent.
    view.version == menu.version
      ? menu.number : view.leaves.number(menus[Int(menu.place)])
  }

  /// By the names, for handles of before the store was lost or replaced.
  private func check(
    again person: OperatorHandle, _ menu: MenuHandle, _ product: ProductHandle?,
    _ account: AccountHandle?, _ paymentVerified: Bool, _ keyVerified: Bool
  ) throws -> Verdict {
    try check(
      Check(
        operator: operators[Int(person.place)], menu: menus[Int(menu.place)],
        product: product.map { products[Int($0.place)] },
        account: account.map { accounts[Int($0.place)] },
        session: SessionFacts(paymentVerified: paymentVerified, keyVerified: keyVerified)))
  }

  private func place(of key: UsernameKey, _ text: String) throws -> ReaderMemory.Place? {
    let word = try currentWord()
    // SAFETY: the memory is this reader's alone.
    if let known = unsafe memory.pointee.place(of: key) { return known }
    return try find(key, text, word)
  }
}

extension CheckReader {
  /// Decides for whoever holds a session, with what that session has proved and chosen.
  ///
  /// The session is read from the store each time: it may have ended in another process.
  ///
  /// - Throws: `IAMError.notLoggedIn` when it is unknown or has ended; `DatabaseError`.
  public func check(
    session token: SessionToken, menu: String, product: String? = nil, account: String? = nil
  ) throws -> Verdict {
    let now = checker.clock()
    let found = try guarded {
      try opened().database.read { reading in
        try reading.session(token, at: now).map { session in
          try reading.operatorRow(session.operatorID).map { ($0.username, session.facts) }
        } ?? nil
      }
    }
    guard let (username, facts) = found else { throw IAMError.notLoggedIn }
    return try check(
      Check(
        operator: username.text, menu: menu, product: product, account: account, session: facts,
        at: now))
  }

  /// The catalogue as it is committed now.
  private func catalogue() throws -> CompiledCatalogue {
    try guarded {
      let store = try opened()
      return try store.database.read { reading in
        let version = try reading.freshness(of: 0).version
        if let kept = checker.tenants.catalogue(version, store.origin) { return kept }
        let read = CompiledCatalogue(try reading.catalogue(), version: version)
        checker.tenants.keep(read, store.origin)
        return read
      }
    }
  }
}
