internal import CSQLite
public import Policy

// Names looked up once, for those who ask about the same ones very often.

extension CheckReader {
  /// Looks an operator up.
  ///
  /// - Returns: `nil` for one that does not exist now.
  /// - Throws: `DatabaseError`.
  public func `operator`(_ username: String) throws -> OperatorHandle? {
    guard let key = UsernameKey(username), let found = try place(of: key, username) else {
      return nil
    }
    let place = operators.place(of: username)
    return try withView(found.slot) { view in
      // SAFETY: the number was just found in this view, and the memory is this reader's alone.
      unsafe OperatorHandle(
        owner: owner, place: place, slot: Int32(found.slot), number: Int32(found.number),
        generation: memory.pointee.slots[found.slot].generation, epoch: memory.pointee.epoch,
        plain: view.operators[found.number].plain)
    }
  }

  /// Looks a tenant up.
  ///
  /// - Returns: `nil` for one that does not exist now.
  /// - Throws: `DatabaseError`.
  public func tenant(_ code: String) throws -> TenantHandle? {
    _ = try currentWord()
    let id = try guarded {
      try opened().database.read { reading in
        try reading.first("SELECT id FROM tenant WHERE code = ?", code) { try $0.int(0) }
      }
    }
    guard let id else { return nil }
    // SAFETY: the memory is this reader's alone.
    let slot = unsafe memory.pointee.slot(ofTenant: id)
    return unsafe TenantHandle(
      owner: owner, place: tenants.place(of: code), slot: Int32(slot),
      epoch: memory.pointee.epoch)
  }

  /// Looks an action up; one that no catalogue knows is denied later.
  public func menu(_ code: String) throws -> MenuHandle {
    let catalogue = try catalogue()
    // SAFETY: the memory is this reader's alone.
    return unsafe MenuHandle(
      version: catalogue.version, owner: owner, place: menus.place(of: code),
      number: catalogue.leafTable.number(code), epoch: memory.pointee.epoch)
  }

  /// Keeps a product; one that no catalogue knows is denied later.
  public func product(_ code: String) -> ProductHandle {
    ProductHandle(owner: owner, place: products.place(of: code))
  }

  /// Keeps an account; one that the operator's tenant does not have is denied later.
  public func account(_ code: String) -> AccountHandle {
    AccountHandle(owner: owner, place: accounts.place(of: code))
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
    if let plain = plainVerdict(person, menu, tenant, at: word) { return plain }
    return try check(
      person, menu, product: nil, account: nil, in: tenant,
      session: SessionFacts(paymentVerified: paymentVerified, keyVerified: keyVerified))
  }

  /// Whether an operator may do something, for a product and on an account where they are named.
  ///
  /// - Parameters:
  ///   - person: whom it is about.
  ///   - menu: the action.
  ///   - product: the product, where one is named.
  ///   - account: the trading account, where one is named.
  ///   - tenant: the tenant within which it is asked: an operator of another is unknown.
  ///   - session: what the session has proved.
  ///   - instant: when; `nil` for now.
  /// - Throws: `DatabaseError`.
  /// - Complexity: O(length of the codes), without lock and allocation, for a tenant that is loaded
  ///   and unchanged, and a session in which all roles are active.
  public func check(
    _ person: OperatorHandle, _ menu: MenuHandle, product: ProductHandle?,
    account: AccountHandle?, in tenant: TenantHandle? = nil,
    session: SessionFacts = SessionFacts(), at instant: Instant? = nil
  ) throws -> Verdict {
    precondition(
      person.owner == owner && menu.owner == owner && product?.owner ?? owner == owner
        && account?.owner ?? owner == owner && tenant?.owner ?? owner == owner,
      "handles are of one reader only")
    let words = {
      Check(
        operator: self.operators[person.place], menu: self.menus[menu.place],
        product: product.map { self.products[$0.place] },
        account: account.map { self.accounts[$0.place] }, session: session, at: instant,
        in: tenant.map { self.tenants[$0.place] })
    }
    if session.activeRoles != nil { return try check(words()) }
    let word = try currentWord()
    // SAFETY: the memory is this reader's alone.
    let epoch = unsafe memory.pointee.epoch
    // By the names, for handles of before the store was lost or replaced.
    guard person.epoch == epoch, tenant?.epoch ?? epoch == epoch else { return try check(words()) }
    if let tenant, tenant.slot != person.slot { return .denied(.operatorUnknown, revision: 0) }
    let slot = Int(person.slot)
    try verify(slot, word)
    return try withView(slot) { view in
      guard isSame(person, view) else { return try check(words()) }
      var target = CompiledTarget(menu: number(of: menu, in: view))
      try locate(
        product.map { products[$0.place] }, account.map { accounts[$0.place] }, slot, &target)
      // SAFETY: the number was compared with the view.
      return view.verdict(
        Int(person.number), target, at: self.instant(instant, Int(person.number), target, view),
        paymentVerified: session.paymentVerified, keyVerified: session.keyVerified)
    }
  }

  /// Whether a handle's number is still that of its operator.
  @inline(__always)
  private func isSame(_ person: OperatorHandle, _ view: TenantView) -> Bool {
    // SAFETY: the slot was verified; the number is compared with the count before it is used.
    if unsafe memory.pointee.slots[Int(person.slot)].generation == person.generation { return true }
    return unsafe person.number < view.operatorCount
      && view.operators[Int(person.number)].key == UsernameKey(operators[person.place])
  }

  /// The number of an action in the catalogue that a tenant was compiled with.
  @inline(__always)
  private func number(of menu: MenuHandle, in view: TenantView) -> Int32 {
    // SAFETY: the view is valid while it is lent, and the memory is this reader's alone.
    view.version == menu.version && isCurrent(menu)
      ? menu.number : view.leaves.number(menus[menu.place])
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
    session token: SessionToken, menu: String, product: String? = nil, account: String? = nil,
    in tenant: String? = nil
  ) throws -> Verdict {
    let now = checker.clock()
    // Looks whether the store is still the one that is open.
    _ = try currentWord()
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
        at: now, in: tenant))
  }

  /// Whether a handle is of the store that the reader has now: one of before costs more to ask about.
  public func isCurrent(_ person: OperatorHandle) -> Bool {
    // SAFETY: the memory is this reader's alone.
    unsafe person.epoch == memory.pointee.epoch
  }

  /// As for an operator.
  public func isCurrent(_ tenant: TenantHandle) -> Bool {
    // SAFETY: as above.
    unsafe tenant.epoch == memory.pointee.epoch
  }

  /// As for an operator.
  public func isCurrent(_ menu: MenuHandle) -> Bool {
    // SAFETY: as above.
    unsafe menu.epoch == memory.pointee.epoch
  }

  /// The catalogue as it is committed now.
  private func catalogue() throws -> CompiledCatalogue {
    _ = try currentWord()
    return try guarded {
      let store = try opened()
      return try store.database.read { reading in
        try catalogue(try reading.freshness(of: 0).version, store, reading)
      }
    }
  }
}
