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
    let tag = Self.tag(hash)
    var index = Int(truncatingIfNeeded: hash) & (directorySize &- 1)
    while true {
      // SAFETY: the index is below the size, which is a power of two; all entries are initialised.
      let entry = unsafe directory[index]
      if entry == 0 { return nil }
      if entry & Self.tagBits == tag, let place = place(at: entry, key) { return place }
      index = (index &+ 1) & (directorySize &- 1)
    }
  }

  /// The operator that an entry names, if it has a name.
  @inline(__always)
  private func place(at entry: UInt32, _ key: UsernameKey) -> Place? {
    let within = Int(entry) & Block.mask
    // SAFETY: entries name blocks below the count, blocks name slots with a view of a tenant that
    // the slot owns, and what is behind the tenant's last operator is not looked at.
    let block = unsafe blocks[Int(entry & ~Self.tagBits) &>> Block.bits]
    let number = Int(block.first) &+ within
    let count = unsafe slots[Int(block.slot)].view.unsafelyUnwrapped.operatorCount
    guard number < count, unsafe block.operators[within].key.isEqual(key) else { return nil }
    return Place(slot: Int(block.slot), number: number)
  }

  /// Whether an operator is still where it was found.
  func isName(_ key: UsernameKey, at place: Place) -> Bool {
    // SAFETY: places are in slots with views; the number is compared with the count before it is used.
    guard let view = unsafe slots[place.slot].view else { return false }
    return unsafe place.number < view.operatorCount && view.operators[place.number].key.isEqual(key)
  }

  private static let tagBits: UInt32 = 0xFF00_0000

  /// The upper bits of a hash as they stand in an entry, not all of them 0.
  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & tagBits | 1 << 24
  }

  /// Adds the operators of a tenant; those that it had before keep their numbers.
  ///
  /// - Parameter old: what the slot held until now; `nil` for a tenant that is new here.
  mutating func register(slot: Int, _ tenant: CompiledTenant, replacing old: CompiledTenant?) {
    // SAFETY: the slot owns the tenant from now on; blocks below the count are initialised, and what
    // is behind the tenant's last operator is not looked at.
    let operators = unsafe tenant.operators.start
    let count = tenant.operators.count
    let known = old?.operators.count ?? 0
    var last: Int?
    if old != nil {
      // SAFETY: as above.
      for block in 0..<blockCount where unsafe Int(blocks[block].slot) == slot {
        // SAFETY: as above.
        let first = unsafe Int(blocks[block].first)
        unsafe blocks[block].operators = operators + min(first, count)
        if first == known & ~Block.mask { last = block }
      }
    }
    while (directoryCount + max(0, count - known)) * 2 > directorySize { growDirectory() }
    // SAFETY: as above.
    for number in known..<max(known, count) {
      if number & Block.mask == 0 { last = unsafe appendBlock(slot, number, operators) }
      guard let last else { return }
      unsafe insert(last << Block.bits | number & Block.mask, operators[number].key)
    }
  }

  /// A block that begins with an operator of a tenant; `nil` when there is no room for more.
  private mutating func appendBlock(
    _ slot: Int, _ first: Int, _ operators: UnsafePointer<OperatorEntry>
  ) -> Int? {
    guard blockCount < Block.limit else { return nil }
    if blockCount == blockCapacity { growBlocks() }
    // SAFETY: there is room for one more; the first operator is one of the tenant's.
    unsafe (blocks + blockCount).initialize(
      to: Block(operators: operators + first, slot: Int32(slot), first: Int32(first)))
    blockCount += 1
    return blockCount - 1
  }

  private mutating func insert(_ place: Int, _ key: UsernameKey) {
    let hash = key.hash(seed: seed)
    var index = Int(truncatingIfNeeded: hash) & (directorySize - 1)
    // SAFETY: as for looking up; at most half of the entries are taken.
    while unsafe directory[index] != 0 { index = (index + 1) & (directorySize - 1) }
    unsafe directory[index] = Self.tag(hash) | UInt32(place)
    directoryCount += 1
  }

  private mutating func growBlocks() {
    // SAFETY: the blocks move to memory twice as large; the old is freed and no longer used.
    let larger = UnsafeMutablePointer<Block>.allocate(capacity: blockCapacity * 2)
    unsafe larger.moveInitialize(from: blocks, count: blockCount)
    unsafe blocks.deallocate()
    unsafe blocks = larger
    blockCapacity *= 2
  }

  private mutating func growDirectory() {
    // SAFETY: the entries move to memory twice as large, each to its place there; blocks below the
    // count are initialised.
    let old = unsafe directory
    let oldSize = directorySize
    directorySize *= 2
    directoryCount = 0
    unsafe directory = .allocate(capacity: directorySize)
    unsafe directory.initialize(repeating: 0, count: directorySize)
    // SAFETY: the old memory is freed once it was read.
    for index in 0..<oldSize where unsafe old[index] != 0 {
      let place = unsafe Int(old[index] & ~Self.tagBits)
      if let key = key(at: place) { insert(place, key) }
    }
    unsafe old.deallocate()
  }

  /// The name at a place; `nil` when its tenant no longer has so many operators.
  private func key(at place: Int) -> UsernameKey? {
    // SAFETY: as for looking up.
    let block = unsafe blocks[place >> Block.bits]
    let within = place & Block.mask
    let count = unsafe slots[Int(block.slot)].view.unsafelyUnwrapped.operatorCount
    return unsafe Int(block.first) + within < count ? block.operators[within].key : nil
  }

  /// Whether a name was found to be nobody's at this word.
  func isStranger(_ key: UsernameKey, at word: UInt64) -> Bool {
    // SAFETY: there as long as it is kept.
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
    // SAFETY: kept from now on.
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
