internal import CSQLite
public import Policy
internal import Synchronization

/// Answers the questions of one thread or task at a time, most of them from memory of its own.
///
/// Tenants are loaded when they are first asked about, and again when something in them has changed.
/// A question about a tenant that is loaded takes no lock and allocates nothing.
public final class CheckReader {
  let checker: PermissionChecker
  /// The store; `nil` before the first question and after a failure.
  var store: StoreView?
  /// The codes that were looked up, by the places that handles name.
  var operators = KeptWords()
  var tenants = KeptWords()
  var menus = KeptWords()
  var products = KeptWords()
  var accounts = KeptWords()
  /// The number of this reader among those of the process, which its handles bear.
  let owner: Int32
  private static let nextOwner = Atomic<Int32>(0)
  private let hot: UInt

  init(_ checker: PermissionChecker) {
    self.checker = checker
    owner = Self.nextOwner.add(1, ordering: .relaxed).newValue
    // SAFETY: initialised at once, freed in `deinit`, and reached through `memory` only.
    let pointer = UnsafeMutablePointer<ReaderMemory>.allocate(capacity: 1)
    unsafe pointer.initialize(to: ReaderMemory())
    hot = UInt(bitPattern: pointer)
  }

  deinit {
    // SAFETY: nobody else has the memory.
    unsafe memory.pointee.free()
    unsafe memory.deallocate()
  }

  /// What is looked at for every question.
  var memory: UnsafeMutablePointer<ReaderMemory> {
    @inline(__always) get {
      // SAFETY: the bits came from a pointer that lives as long as this object.
      guard let pointer = unsafe UnsafeMutablePointer<ReaderMemory>(bitPattern: hot) else {
        preconditionFailure("memory that was allocated is not at zero")
      }
      return unsafe pointer
    }
  }

  /// Whether an operator may do something.
  ///
  /// - Parameters:
  ///   - check: the question in words.
  ///   - minimumRevision: the revision of the operator's tenant that must be seen at least.
  /// - Throws: `DatabaseError` when the store cannot be asked and an answer needs it; `busy` when it
  ///   does not have the revision. See ``answer(_:)`` for a denial instead.
  /// - Complexity: O(length of the words), without allocating, for a tenant that is loaded and
  ///   unchanged.
  public func check(_ check: Check, minimumRevision: Int64 = 0) throws -> Verdict {
    if check.product == nil, check.account == nil, check.session.activeRoles == nil,
      let plain = plainVerdict(check.operator, check.menu, in: check.tenant),
      plain.revision >= minimumRevision
    {
      return plain
    }
    return try verdict(check, minimumRevision)
  }

  /// Whether an operator may do something that needs neither product nor account to be named, now.
  ///
  /// The same as ``check(_:minimumRevision:)``, for those who ask so often that putting the question
  /// together is a cost.
  ///
  /// - Parameters:
  ///   - username: whom it is about.
  ///   - menu: the action.
  ///   - tenant: the tenant within which it is asked: an operator of another is unknown.
  ///   - paymentVerified: whether the session has proved the payment password.
  ///   - keyVerified: whether the session has proved a key.
  /// - Throws: `DatabaseError`.
  /// - Complexity: O(length of the words), without lock and allocation, for a tenant that is loaded
  ///   and unchanged.
  public func check(
    _ username: String, _ menu: String, in tenant: String? = nil, paymentVerified: Bool = false,
    keyVerified: Bool = false
  ) throws -> Verdict {
    if let plain = plainVerdict(username, menu, in: tenant) { return plain }
    let session = SessionFacts(paymentVerified: paymentVerified, keyVerified: keyVerified)
    return try verdict(Check(operator: username, menu: menu, session: session, in: tenant), 0)
  }

  /// The answer, whatever has to be looked at for it.
  @inline(never)
  private func verdict(_ check: Check, _ minimumRevision: Int64) throws -> Verdict {
    if check.session.activeRoles != nil {
      return try recent(checker.decide(check).verdict, minimumRevision)
    }
    guard let key = UsernameKey(check.operator) else {
      return .denied(.operatorUnknown, revision: 0)
    }
    let word = try currentWord()
    // Whoever is of another tenant is as unknown as nobody, also to those who wait for a revision.
    guard let place = try verifiedPlace(of: key, check.operator, word),
      check.tenant.map({ isTenant(place.slot, $0) }) != false
    else { return try recent(.denied(.operatorUnknown, revision: 0), minimumRevision) }
    let verdict = try withView(place.slot) { view in
      var target = CompiledTarget(menu: view.leaves.number(check.menu))
      try locate(check.product, check.account, place.slot, &target)
      // SAFETY: the number was found in this very view.
      return view.verdict(
        place.number, target, at: instant(check.instant, place.number, target, view),
        paymentVerified: check.session.paymentVerified, keyVerified: check.session.keyVerified)
    }
    return try recent(verdict, minimumRevision)
  }

  /// Where an operator is in a tenant that is as new as the word says.
  private func verifiedPlace(
    of key: UsernameKey, _ username: String, _ word: UInt64
  ) throws -> ReaderMemory.Place? {
    // SAFETY: the memory is this reader's alone.
    if let known = unsafe memory.pointee.place(of: key) {
      try verify(known.slot, word)
      // A tenant that was loaded again may have it at another place, or not at all.
      if unsafe memory.pointee.isName(key, at: known) { return known }
    }
    return try find(key, username, word)
  }

  /// Whether each of several things may be done, in their order.
  public func checkMany(_ checks: [Check], minimumRevision: Int64 = 0) throws -> [Verdict] {
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(checks.count)
    // Lent by the span, not copied: no references are counted.
    let asked = checks.span
    for place in asked.indices {
      verdicts.append(try check(asked[place], minimumRevision: minimumRevision))
    }
    return verdicts
  }

  /// As ``check(_:minimumRevision:)``, but a store that cannot be asked is a denial:
  /// `store-unavailable`.
  public func answer(_ check: Check) -> Verdict {
    do {
      return try self.check(check)
    } catch {
      return .denied(.storeUnavailable, revision: 0)
    }
  }

  /// Lends the view of a tenant that is loaded.
  @inline(__always)
  func withView<Answer>(
    _ slot: Int, _ body: (TenantView) throws -> Answer
  ) throws -> Answer {
    // SAFETY: the slot owns the tenant that its view is of, and nothing replaces it meanwhile.
    guard let view = unsafe memory.pointee.slots[slot].view else {
      throw DatabaseError(.integrity, "a tenant that was loaded is not there")
    }
    return try body(view)
  }

  /// Finds the numbers of a product and an account among those of a tenant.
  @inline(__always)
  func locate(
    _ product: String?, _ account: String?, _ slot: Int, _ target: inout CompiledTarget
  ) throws {
    // SAFETY: as above.
    unsafe memory.pointee.slots[slot].tenant?._withUnsafeGuaranteedRef { tenant in
      target.product = tenant.productNumber(product)
      target.account = tenant.accountNumber(account)
    }
  }

  /// Whether a slot is that of the tenant with a code.
  @inline(__always)
  func isTenant(_ slot: Int, _ code: String) -> Bool {
    guard let key = UsernameKey(code) else { return false }
    // SAFETY: the slot is below the count.
    return unsafe memory.pointee.slots[slot].view?.code.isEqual(key) == true
  }

  /// The instant of a question; the clock is read only where it matters.
  @inline(__always)
  func instant(
    _ named: Instant?, _ person: Int, _ target: CompiledTarget, _ view: TenantView
  ) -> Instant {
    if let named { return named }
    // SAFETY: the number is that of an operator of the view.
    let depends = view.dependsOnTime(person, target)
    return depends ? checker.clock() : Instant(milliseconds: 0)
  }

  /// The answer, unless the store is behind what the caller has seen.
  @inline(__always)
  func recent(_ verdict: Verdict, _ minimumRevision: Int64) throws -> Verdict {
    guard verdict.revision >= minimumRevision else {
      throw DatabaseError(.busy, "the store does not have the revision asked for yet")
    }
    return verdict
  }
}
