internal import Glibc
internal import Policy

extension ReaderMemory {
  /// Where an operator was found.
  struct Place {
    var slot: Int
    var number: Int
  }

  /// Looks a name up among the operators of the tenants that are loaded.
  @inline(__always)
  func place(of key: UsernameKey) -> Place? {
    let hash = key.hash(seed: seed)
    let tag = hash >> 48
    var index = Int(truncatingIfNeeded: hash) & (directorySize - 1)
    while true {
      // SAFETY: the index is below the size, which is a power of two; all entries are initialised.
      let entry = unsafe directory[index]
      if entry == 0 { return nil }
      if entry >> 48 == tag {
        let slot = Int(entry >> 24 & 0xFF_FFFF) - 1
        let number = Int(entry & 0xFF_FFFF)
        if holds(slot, number, key) { return Place(slot: slot, number: number) }
      }
      index = (index + 1) & (directorySize - 1)
    }
  }

  @inline(__always)
  private func holds(_ slot: Int, _ number: Int, _ key: UsernameKey) -> Bool {
    // SAFETY: entries name slots below the count, and only slots with a view; the slot owns the
    // tenant that its view is of.
    let view = unsafe slots[slot].view.unsafelyUnwrapped
    return unsafe number < view.operatorCount && view.operators[number].key.isEqual(key)
  }

  /// Adds the operators of a tenant from a number on.
  mutating func register(slot: Int, _ tenant: CompiledTenant, from first: Int) {
    while (directoryCount + tenant.operators.count) * 2 > directorySize { growDirectory() }
    for number in first..<max(first, tenant.operators.count) {
      insert(slot, number, unsafe tenant.operators.start[number].key)
    }
  }

  private mutating func insert(_ slot: Int, _ number: Int, _ key: UsernameKey) {
    let hash = key.hash(seed: seed)
    var index = Int(truncatingIfNeeded: hash) & (directorySize - 1)
    // SAFETY: as for looking up; at most half of the entries are taken.
    while unsafe directory[index] != 0 { index = (index + 1) & (directorySize - 1) }
    unsafe directory[index] = (hash >> 48) << 48 | UInt64(slot + 1) << 24 | UInt64(number)
    directoryCount += 1
  }

  /// Memory for a directory. A large one is asked for in large pages: looking up is a jump to
  /// anywhere in it, and finding the page takes as long as reading from it.
  private static func allocateDirectory(_ size: Int) -> UnsafeMutablePointer<UInt64> {
    let largePage = 1 << 21
    let count = size * 8
    let isLarge = count >= largePage
    // SAFETY: bound to the type that is going to be initialised in it; the advice changes nothing
    // but speed, and where it is refused nothing is lost.
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count, alignment: isLarge ? largePage : 8)
    if isLarge { _ = unsafe madvise(memory, count, MADV_HUGEPAGE) }
    return unsafe memory.bindMemory(to: UInt64.self, capacity: size)
  }

  private mutating func growDirectory() {
    // SAFETY: the old memory is freed and replaced by new that is initialised.
    unsafe directory.deallocate()
    directorySize *= 2
    unsafe directory = Self.allocateDirectory(directorySize)
    unsafe directory.initialize(repeating: 0, count: directorySize)
    directoryCount = 0
    for slot in 0..<slotCount {
      // SAFETY: slots below the count are initialised.
      guard let tenant = unsafe slots[slot].tenant?.takeUnretainedValue() else { continue }
      for number in 0..<tenant.operators.count {
        insert(slot, number, unsafe tenant.operators.start[number].key)
      }
    }
  }

  /// Whether a name was found to be nobody's at this word.
  func isStranger(_ key: UsernameKey, at word: UInt64) -> Bool {
    guard let strangers = unsafe strangers else { return false }
    let first = strangerIndex(key)
    for step in 0..<Self.strangerReach {
      // SAFETY: the index is below the count; all entries are initialised.
      guard let known = unsafe strangers[(first + step) & (Self.strangerCount - 1)] else {
        return false
      }
      if known.key == key { return known.verified == word && known.trust == trust }
    }
    return false
  }

  /// Remembers that a name is nobody's, as long as nothing is committed: in the first place that is
  /// free or holds what is no longer so, else instead of another.
  mutating func remember(stranger key: UsernameKey, at word: UInt64) {
    let strangers = unsafe self.strangers ?? Self.allocateStrangers()
    unsafe self.strangers = strangers
    let first = strangerIndex(key)
    var place = first
    for step in 0..<Self.strangerReach {
      place = (first + step) & (Self.strangerCount - 1)
      // SAFETY: as above.
      guard let known = unsafe strangers[place] else { break }
      if known.key == key || known.verified != word || known.trust != trust { break }
    }
    // SAFETY: as above.
    unsafe strangers[place] = Stranger(key: key, verified: word, trust: trust)
  }

  private static func allocateStrangers() -> UnsafeMutablePointer<Stranger?> {
    // SAFETY: initialised at once, freed by `free` or `forget`.
    let strangers = UnsafeMutablePointer<Stranger?>.allocate(capacity: strangerCount)
    unsafe strangers.initialize(repeating: nil, count: strangerCount)
    return unsafe strangers
  }

  private func strangerIndex(_ key: UsernameKey) -> Int {
    Int(truncatingIfNeeded: key.hash(seed: seed) >> 20) & (Self.strangerCount - 1)
  }
}
