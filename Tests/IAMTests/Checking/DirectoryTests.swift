import TestSupport
import Testing

@testable import IAM
@testable import Policy

/// Where a reader finds the operators of its tenants.
struct DirectoryTests {
  private static let catalogue = CompiledCatalogue(Catalogue(), version: 0)

  /// A tenant with operators `T-0`, `T-1` and so on.
  private func tenant(_ code: String, _ count: Int) throws -> CompiledTenant {
    try tenant(code, (0..<count).map { "\(code)-\($0)" })
  }

  private func tenant(_ code: String, _ names: [String]) throws -> CompiledTenant {
    let tenant = Tenant(
      code: try #require(TenantCode(code)), kind: .member, state: .approved, hasBeenApproved: true)
    var draft = TenantDraft(catalogue: Self.catalogue, tenant: tenant, revision: 1)
    for (number, name) in names.enumerated() {
      _ = draft.addOperator(
        id: Int64(number), try #require(UsernameKey(name)),
        PersonFacts(Operator(state: .active)), home: -2)
    }
    return CompiledTenant.compile(draft)
  }

  /// Puts a tenant into its slot, in place of what it holds.
  private func put(_ tenant: CompiledTenant, _ slot: Int, _ memory: inout ReaderMemory) {
    // SAFETY: the slot exists and owns one tenant at a time.
    let old = memory.slots[slot].tenant
    memory.slots[slot].tenant = .passRetained(tenant)
    memory.slots[slot].view = TenantView(tenant)
    memory.register(slot: slot, tenant, replacing: old?.takeUnretainedValue())
    old?.release()
  }

  /// What is looked at together lies together: a check waits for memory longer than for anything else.
  @Test func `what answers look at is in one line of the cache by handles, in two by words`() throws
  {
    typealias Slot = ReaderMemory.Slot
    #expect(MemoryLayout<Slot>.stride == 256)
    let view = try #require(MemoryLayout<Slot>.offset(of: \.view))
    for field in [\Slot.verified, \Slot.trust, \Slot.generation] as [PartialKeyPath<Slot>] {
      #expect(try #require(MemoryLayout<Slot>.offset(of: field)) < view)
    }
    let operators = try #require(MemoryLayout<TenantView>.offset(of: \.operators))
    #expect(view + operators + MemoryLayout<UInt>.size <= 64)
    let code = try #require(MemoryLayout<TenantView>.offset(of: \.code))
    #expect(view + code + MemoryLayout<UsernameKey>.size <= 128)
  }

  @Test func `every operator is found, and nobody else, while tenants grow and shrink`() throws {
    var memory = ReaderMemory()
    defer { memory.free() }
    var counts: [String: Int] = [:]
    let codes = ["A", "B", "C", "D"]
    let steps = [
      [0, 1, 63, 64], [65, 1, 64, 200], [66, 0, 128, 200], [300, 70, 129, 10], [300, 71, 0, 250],
      [40, 500, 3, 251], [700, 500, 130, 0], [700, 1200, 130, 64],
    ]
    for step in steps {
      for (code, count) in zip(codes, step) {
        let id = Int64(codes.firstIndex(of: code) ?? 0)
        put(try tenant(code, count), memory.slot(ofTenant: id), &memory)
        counts[code] = count
        for code in codes { try expectAll(code, counts[code, default: 0], memory) }
      }
    }
  }

  private func expectAll(_ code: String, _ count: Int, _ memory: ReaderMemory) throws {
    let slot = ["A", "B", "C", "D"].firstIndex(of: code)
    for number in 0..<1300 {
      let place = memory.place(of: try #require(UsernameKey("\(code)-\(number)")))
      #expect(place?.number == (number < count ? number : nil), "\(code)-\(number) of \(count)")
      if let place { #expect(place.slot == slot) }
    }
  }

  /// Operators that another program deleted leave their numbers to others: a name is found where it
  /// is or not at all, never where it was.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `no name is found where another is, whatever becomes of tenants`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var memory = ReaderMemory()
    defer { memory.free() }
    var found = 0
    for _ in 0..<120 {
      if random.chance(oneIn: 40) { memory.forget() }
      let code = random.pick(["A", "B", "C"])
      let first = random.number(below: 3) * random.number(below: 70)
      let count = random.number(below: random.pick([2, 66, 400]))
      let names = (first..<first + count).map { "\(code)-\($0)" }
      let slot = memory.slot(ofTenant: Int64(code == "A" ? 1 : code == "B" ? 2 : 3))
      put(try tenant(code, names), slot, &memory)
      for number in 0..<600 {
        let key = try #require(UsernameKey("\(code)-\(number)"))
        guard let place = memory.place(of: key) else { continue }
        #expect(place.slot == slot)
        #expect(names[place.number] == "\(code)-\(number)")
        #expect(memory.isName(key, at: place))
        let behind = ReaderMemory.Place(slot: slot, number: names.count + number)
        #expect(!memory.isName(key, at: behind))
        found += 1
      }
    }
    #expect(found > 1000)
  }

  @Test func `an operator is found after everything was forgotten and loaded again`() throws {
    var memory = ReaderMemory()
    defer { memory.free() }
    put(try tenant("A", 100), memory.slot(ofTenant: 1), &memory)
    memory.forget()
    #expect(memory.place(of: try #require(UsernameKey("A-7"))) == nil)
    put(try tenant("B", 10), memory.slot(ofTenant: 2), &memory)
    put(try tenant("A", 100), memory.slot(ofTenant: 1), &memory)
    let place = memory.place(of: try #require(UsernameKey("A-70")))
    #expect(place?.number == 70)
    #expect(place?.slot == 1)
  }
}
