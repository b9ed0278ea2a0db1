package import Policy

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
  package func remembered(_ check: Check) -> Verdict? {
    // SAFETY: the memory is this reader's alone; slots that hold operators have views.
    guard let key = UsernameKey(check.operator), let place = unsafe memory.pointee.place(of: key),
      let view = unsafe memory.pointee.slots[place.slot].view,
      check.tenant.map({ isTenant(place.slot, $0) }) != false
    else { return nil }
    // SAFETY: the number was found in this very view.
    return unsafe view.plainVerdict(
      place.number, isPlain: view.operators[place.number].isPlain,
      view.leaves.number(check.menu))
  }
}
