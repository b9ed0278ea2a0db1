internal import Policy

/// What a reader looks at for every question, in memory of its own: no counting of references, no
/// check of exclusive access, nothing shared with other threads but what never changes.
///
/// Owned by one `CheckReader`, which frees it; every pointer in it lives as long.
@safe struct ReaderMemory {
  /// One tenant of the reader: four lines of the processor's cache. Answers by handles look at the
  /// first, by words at the second as well.
  @safe struct Slot {
    /// The word at which the tenant was found to be up to date; `never` when it has to be looked at.
    var verified: UInt64
    /// What `trust` was then.
    var trust: UInt32 = 0
    /// How often the tenant was compiled.
    var generation: Int32 = 0
    /// Where the tenant lies in memory, there when the tenant is.
    var view: TenantView?
    var id: Int64
    /// The version of the catalogue that it was compiled with.
    var version: Int64
    /// Owned.
    var tenant: Unmanaged<CompiledTenant>?
    /// Up to the end of the line.
    private let rest: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)

    /// Whether it may be answered from; not while a commit is under way, when the word is odd,
    /// whatever else the word may be.
    @inline(__always)
    func isVerified(at word: UInt64, _ trust: UInt32) -> Bool {
      verified == word && word & 1 == 0 && self.trust == trust
    }

    /// A tenant that has not been looked at.
    init(id: Int64) {
      verified = ReaderMemory.never
      self.id = id
      version = -1
    }
  }

  /// Operators that follow each other in a tenant: at most as many as a block has places.
  @safe struct Block {
    /// The first of them in the tenant's memory.
    var operators: UnsafePointer<OperatorEntry>
    var slot: Int32
    /// Its number.
    var first: Int32

    /// How many places there are in a block: 64.
    static let bits = 6
    /// The bits of a place within a block.
    static let mask = 63
    /// How many blocks there can be; operators beyond are looked up in the store each time.
    static let limit = 1 << 18
  }

  /// A name that was found to be no operator's.
  struct Stranger {
    var key: UsernameKey
    /// The word at which that was so.
    var verified: UInt64
    /// What `trust` was then.
    var trust: UInt32
  }

  /// Equal to no word: words that count are even.
  static let never = UInt64.max

  /// The word; a cell that is always odd where there is none.
  var word: UnsafePointer<UInt64>
  /// How often everything was forgotten.
  var epoch: Int32 = 0
  /// Raised when nothing that was verified before may be trusted.
  var trust: UInt32 = 0
  /// The coarse time at which the files were last looked at.
  var tick: Int64 = -1
  var slots: UnsafeMutablePointer<Slot>
  var slotCount = 0
  var slotCapacity = 16
  /// Where to find operators: 8 bits of the name's hash, never 0, and 24 of the place, which is the
  /// number of a block and a place within it; 0 for nothing.
  var directory: UnsafeMutablePointer<UInt32>
  var directorySize = 256
  var directoryCount = 0
  var blocks: UnsafeMutablePointer<Block>
  var blockCount = 0
  var blockCapacity = 16
  /// Names that are nobody's; `nil` before there is one.
  var strangers: UnsafeMutablePointer<Stranger?>?
  let seed: UInt64
  /// What `word` points to where there is no word.
  let noWord: UnsafeMutablePointer<UInt64>

  static let strangerCount = 8192
  /// In how many places behind its first one a stranger may be.
  static let strangerReach = 8

  init() {
    // SAFETY: all memory is initialised before it is read and freed once, by `free`.
    unsafe noWord = .allocate(capacity: 1)
    unsafe noWord.initialize(to: 1)
    unsafe word = UnsafePointer(noWord)
    unsafe slots = Self.allocateSlots(16)
    unsafe blocks = .allocate(capacity: 16)
    unsafe directory = .allocate(capacity: 256)
    unsafe directory.initialize(repeating: 0, count: 256)
    seed = UInt64.random(in: 0...(.max))
  }

  /// Gives everything back; nothing may be used afterwards.
  mutating func free() {
    releaseTenants()
    // SAFETY: allocated by this value and not freed before; the elements need no deinitialising.
    unsafe noWord.deallocate()
    unsafe slots.deallocate()
    unsafe blocks.deallocate()
    unsafe directory.deallocate()
    unsafe strangers?.deallocate()
  }

  /// Drops every tenant and name.
  mutating func forget() {
    releaseTenants()
    directoryCount = 0
    blockCount = 0
    epoch &+= 1
    // SAFETY: as many as were initialised.
    unsafe directory.update(repeating: 0, count: directorySize)
    unsafe strangers?.deallocate()
    unsafe strangers = nil
  }

  private mutating func releaseTenants() {
    for slot in 0..<slotCount {
      // SAFETY: each slot below the count is initialised and owns its tenant.
      unsafe slots[slot].tenant?.release()
    }
    slotCount = 0
  }

  /// Has every tenant and name looked at again before it is used.
  mutating func distrust() {
    trust &+= 1
    if trust == 0 { forget() }
  }

  /// The slot of a tenant, a new one when it has none.
  mutating func slot(ofTenant id: Int64) -> Int {
    // SAFETY: slots below the count are initialised.
    for slot in 0..<slotCount where unsafe slots[slot].id == id { return slot }
    if slotCount == slotCapacity { growSlots() }
    // SAFETY: there is room for one more.
    unsafe (slots + slotCount).initialize(to: Slot(id: id))
    slotCount += 1
    return slotCount - 1
  }

  /// Room for slots, what is looked at most in one line of the processor's cache.
  private static func allocateSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    // SAFETY: bound to the type that is going to be initialised in it.
    unsafe UnsafeMutableRawPointer.allocate(
      byteCount: MemoryLayout<Slot>.stride * count, alignment: 64
    ).bindMemory(to: Slot.self, capacity: count)
  }

  private mutating func growSlots() {
    // SAFETY: the slots move to memory twice as large; the old is freed and no longer used.
    let larger = unsafe Self.allocateSlots(slotCapacity * 2)
    unsafe larger.moveInitialize(from: slots, count: slotCount)
    unsafe slots.deallocate()
    unsafe slots = larger
    slotCapacity *= 2
  }
}
