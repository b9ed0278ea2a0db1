internal import CSQLite
internal import Policy

// Why this is never stale: docs/decisions/0004-freshness.md.

extension CheckReader {
  /// The word as it is when a question begins, once the files have been looked at in this tick.
  @inline(__always)
  func currentWord() throws -> UInt64 {
    // SAFETY: the memory is this reader's alone; the word's mapping is kept by `store`.
    if unsafe memory.pointee.tick != iam_coarse_clock() { try lookAtFiles() }
    return unsafe iam_word_load(memory.pointee.word)
  }

  /// Makes sure that a tenant is loaded and as new as the word says.
  @inline(__always)
  func verify(_ slot: Int, _ word: UInt64) throws {
    // SAFETY: slots that were handed out are below the count.
    let known = unsafe memory.pointee.slots + slot
    if unsafe !known.pointee.isVerified(at: word, memory.pointee.trust) {
      try refresh(slot)
    }
  }

  /// Looks whether the store is still the one that was opened, and whether somebody committed
  /// without raising the word.
  ///
  /// - Throws: `DatabaseError` when it is gone; everything known is forgotten then.
  func lookAtFiles() throws {
    let tick = iam_coarse_clock()
    try guarded {
      let finding = try store?.look()
      if let origin = store?.origin, finding == .replaced {
        checker.tenants.startAnew(after: origin)
        close()
      }
      if store == nil {
        let opened = try checker.openStore()
        store = opened
        // SAFETY: the memory is this reader's alone; `store` keeps the mapping alive.
        if let word = opened.word { unsafe memory.pointee.word = word.pointer }
      } else if finding == .committed {
        // SAFETY: as above.
        unsafe memory.pointee.distrust()
      }
    }
    // SAFETY: as above.
    unsafe memory.pointee.tick = tick
  }

  /// Reads the revision of a tenant, and the tenant where it has changed.
  func refresh(_ slot: Int) throws {
    try guarded {
      let store = try opened()
      // Before the view begins: what was committed by this word is in the view.
      let word = store.wordValue
      // SAFETY: slots that were handed out are below the count.
      let known = unsafe memory.pointee.slots[slot]
      let isComplete = try store.database.read { reading in
        let found = try reading.freshness(of: known.id)
        // SAFETY: the slot owns its tenant.
        let tenant = unsafe known.tenant?.takeUnretainedValue()
        if !found.isComplete || tenant?.revision != found.revision
          || known.version != found.version
        {
          try replace(slot, found, known.id, reading)
        }
        return found.isComplete
      }
      // SAFETY: as above.
      unsafe memory.pointee.slots[slot].verified =
        word & 1 == 0 && isComplete ? word : ReaderMemory.never
      unsafe memory.pointee.slots[slot].trust = memory.pointee.trust
    }
  }

  private func replace(
    _ slot: Int, _ found: Freshness, _ id: Int64, _ reading: borrowing ReadTransaction
  ) throws {
    let tenant = try load(id, found, reading)
    // SAFETY: the slot owns one tenant at a time; the old is released, the new retained.
    let old = unsafe memory.pointee.slots[slot].tenant
    unsafe memory.pointee.slots[slot].tenant = .passRetained(tenant)
    unsafe memory.pointee.slots[slot].view = TenantView(tenant)
    unsafe memory.pointee.slots[slot].generation &+= 1
    unsafe memory.pointee.slots[slot].version = found.version
    unsafe memory.pointee.register(slot: slot, tenant, replacing: old?.takeUnretainedValue())
    unsafe old?.release()
  }

  private func load(
    _ id: Int64, _ found: Freshness, _ reading: borrowing ReadTransaction
  ) throws -> CompiledTenant {
    let store = try opened()
    if found.isComplete, let revision = found.revision,
      let kept = checker.tenants.tenant(
        id, revision: revision, version: found.version, store.origin)
    {
      return kept
    }
    let catalogue = try catalogue(found.version, store, reading)
    guard let tenant = try TenantLoader.load(id, catalogue, from: reading) else {
      throw DatabaseError(.integrity, "a tenant has vanished")
    }
    if found.isComplete { checker.tenants.keep(tenant, id, of: store) }
    return tenant
  }

  /// The catalogue of a view, which is of a version.
  func catalogue(
    _ version: Int64, _ store: StoreView, _ reading: borrowing ReadTransaction
  ) throws -> CompiledCatalogue {
    if let kept = checker.tenants.catalogue(version, store.origin) { return kept }
    let read = try reading.compiledCatalogue(version: version)
    checker.tenants.keep(read, of: store)
    return read
  }

  /// Looks for an operator in the store.
  ///
  /// - Returns: `nil` for one that does not exist, which is remembered until something is committed.
  func find(_ key: UsernameKey, _ text: String, _ word: UInt64) throws -> ReaderMemory.Place? {
    // SAFETY: the memory is this reader's alone.
    if unsafe memory.pointee.isStranger(key, at: word) { return nil }
    return try guarded {
      let store = try opened()
      let before = store.wordValue
      let found = try Username(text).flatMap { username in
        try store.database.read { try $0.findOperator(username) }
      }
      guard let found else {
        // SAFETY: as above.
        if before & 1 == 0 { unsafe memory.pointee.remember(stranger: key, at: before) }
        return nil
      }
      // SAFETY: as above.
      let slot = unsafe memory.pointee.slot(ofTenant: found.tenant)
      try refresh(slot)
      // SAFETY: as above; the tenant was just loaded.
      let tenant = unsafe memory.pointee.slots[slot].tenant?.takeUnretainedValue()
      return tenant?.operatorNumber(id: found.id).map { .init(slot: slot, number: $0) }
    }
  }

  /// The store, opened where it is not.
  func opened() throws -> StoreView {
    if store == nil { try lookAtFiles() }
    guard let store else { throw DatabaseError(.missing, "the store is not open") }
    return store
  }

  /// After a failure nothing known is trusted, and the store is opened anew.
  func guarded<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch {
      close()
      throw error
    }
  }

  /// Forgets everything about the store.
  func close() {
    if let origin = store?.origin { checker.tenants.forget(origin) }
    store = nil
    // SAFETY: the memory is this reader's alone; the word no longer points into a mapping.
    unsafe memory.pointee.forget()
    unsafe memory.pointee.word = UnsafePointer(memory.pointee.noWord)
    unsafe memory.pointee.tick = -1
  }
}
