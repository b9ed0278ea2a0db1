internal import CSQLite
package import Policy

// The short way to an answer: what most questions need, and nothing else.

extension CheckReader {
  /// The answer where nothing has changed since the tenant was loaded and only the menu decides.
  ///
  /// - Parameters:
  ///   - username: whom it is about.
  ///   - menu: the action; neither a product nor an account is named.
  ///   - tenant: the tenant within which it is asked; `nil` for any.
  /// - Returns: `nil` where more has to be looked at.
  @inline(__always)
  func plainVerdict(_ username: String, _ menu: String, in tenant: String?) -> Verdict? {
    // SAFETY: the memory is this reader's alone; the word's mapping is kept by `store`.
    let memory = unsafe self.memory
    guard unsafe memory.pointee.tick == iam_coarse_clock() else { return nil }
    let word = unsafe iam_word_load(memory.pointee.word)
    let trust = unsafe memory.pointee.trust
    return plainVerdict(username, menu, tenant) { $0.isVerified(at: word, trust) }
  }

  /// The answer where only the menu decides, of a tenant that may be answered from.
  @inline(__always)
  private func plainVerdict(
    _ username: String, _ menu: String, _ tenant: String?,
    _ isRight: (borrowing ReaderMemory.Slot) -> Bool
  ) -> Verdict? {
    guard let key = UsernameKey(username) else { return nil }
    // SAFETY: the memory is this reader's alone; slots that hold operators are there.
    let memory = unsafe self.memory
    guard let place = unsafe memory.pointee.place(of: key) else { return nil }
    let slot = unsafe memory.pointee.slots + place.slot
    guard unsafe isRight(slot.pointee) else { return nil }
    if let tenant, !isTenant(place.slot, tenant) { return .denied(.operatorUnknown, revision: 0) }
    // SAFETY: slots that hold operators have views, and the number was found in this very view.
    return unsafe slot.pointee.view.unsafelyUnwrapped.plainVerdict(place.number, menu)
  }

  /// The answer where nothing has changed since the names were looked up and only the menu decides.
  ///
  /// - Parameter word: the word of now.
  /// - Returns: `nil` where more has to be looked at.
  @inline(__always)
  func plainVerdict(
    _ person: OperatorHandle, _ menu: MenuHandle, _ tenant: TenantHandle?, at word: UInt64
  ) -> Verdict? {
    // SAFETY: the memory is this reader's alone.
    let memory = unsafe self.memory
    guard unsafe person.epoch == memory.pointee.epoch, menu.epoch == person.epoch else {
      return nil
    }
    if let tenant {
      guard tenant.epoch == person.epoch, tenant.owner == person.owner else { return nil }
      guard tenant.slot == person.slot else { return .denied(.operatorUnknown, revision: 0) }
    }
    // SAFETY: the epoch says that the slot is still there; the generation, that the view is that in
    // which the operator was found.
    let slot = unsafe memory.pointee.slots + Int(person.slot)
    guard unsafe slot.pointee.isVerified(at: word, memory.pointee.trust),
      unsafe slot.pointee.generation == person.generation,
      unsafe slot.pointee.view.unsafelyUnwrapped.version == menu.version
    else { return nil }
    return unsafe slot.pointee.view.unsafelyUnwrapped.plainVerdict(person.plain, menu.number)
  }
}

// For measurements: what a check costs without looking for changes.

extension CheckReader {
  /// The answer out of what was loaded when the handles were looked up, however old; `nil` where
  /// more has to be looked at. Nothing that serves people may use it.
  @inline(__always)
  package func remembered(
    _ person: OperatorHandle, _ menu: MenuHandle, in tenant: TenantHandle?
  ) -> Verdict? {
    // SAFETY: the memory is this reader's alone; slots that handles name stay until the epoch ends,
    // which `plainVerdict` compares.
    guard unsafe person.epoch == memory.pointee.epoch else { return nil }
    let verified = unsafe memory.pointee.slots[Int(person.slot)].verified
    return plainVerdict(person, menu, tenant, at: verified)
  }

  /// As above, by words.
  @inline(never)
  package func remembered(_ username: String, _ menu: String, in tenant: String?) -> Verdict? {
    plainVerdict(username, menu, tenant) { _ in true }
  }
}
