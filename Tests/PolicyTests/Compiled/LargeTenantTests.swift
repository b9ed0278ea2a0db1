import TestSupport
import Testing

@testable import Policy

/// Tenants that are far larger than those of a member: every number that is packed has room.
struct LargeTenantTests {
  @Test func `codes that are only canonically the same are unknown`() {
    var world = TenantPolicy.member()
    world.accounts["TK1"] = .open
    let compiled = Twins(world).compiled
    #expect(compiled.accountNumber("TK1") == 2)
    // The sign of the kelvin is composed to the letter, and no letter of a code.
    #expect(compiled.accountNumber("T\u{212A}1") == CompiledTarget.unknown)
  }

  /// Catalogues of widths on both sides of a word.
  @Test(arguments: [1, 63, 64, 65, 700])
  func `both agree where ten thousand hold other menus`(leafCount: Int) throws {
    var random = SplitMix64(seed: UInt64(leafCount))
    let large = try LargeTenant(leafCount, &random)
    let view = TenantView(large.compiled)
    for number in stride(from: 0, to: large.held.count, by: 7) {
      for place in [0, 1, 53, 62, 63, 64, leafCount - 1, random.number(below: leafCount)]
      where place < leafCount {
        let expected = large.verdict(number, place)
        if let plain = view.plainVerdict(number, large.names[place]) { #expect(plain == expected) }
        let own = Int32(number % LargeTenant.accountCount)
        for account in [CompiledTarget.unnamed, own, 4999] {
          let verdict = view.verdict(
            number,
            CompiledTarget(menu: view.leaves.number(large.names[place]), account: account), at: 0,
            paymentVerified: false, keyVerified: false)
          let isWithin = account < 0 || account == own || !expected.isAllowed
          let other = Verdict.denied(.accountNotGranted, revision: 3)
          #expect(verdict == (isWithin ? expected : other))
        }
      }
    }
  }
}

/// Ten thousand operators, each with other menus and one of five thousand accounts.
private struct LargeTenant {
  static let accountCount = 5000

  let names: [String]
  let opened: [Bool]
  private(set) var held: [Set<Int>] = []
  let compiled: CompiledTenant

  init(_ leafCount: Int, _ random: inout SplitMix64) throws {
    names = (0..<leafCount).map { "m.\(String(repeating: "a", count: $0 % 30))\($0)" }
    opened = names.map { _ in !random.chance(oneIn: 5) }
    var menus: [MenuCode: Marks] = ["m": []]
    for (place, name) in names.enumerated() {
      menus[MenuCode(unchecked: name)] = place % 3 == 1 ? [.ownScope] : []
    }
    let tenant = Tenant(
      code: "M000000000000001", kind: .member, state: .approved, hasBeenApproved: true)
    var draft = TenantDraft(
      catalogue: CompiledCatalogue(Catalogue(menus: menus, products: ["PNG"]), version: 1),
      tenant: tenant, revision: 3)
    for (name, isOpened) in zip(names, opened) where isOpened {
      Array(name.utf8).withUnsafeBytes { draft.openMenu($0) }
    }
    for number in 0..<Self.accountCount {
      _ = draft.addAccount(try #require(AccountCode("T-\(100_000 + number)")), .open)
    }
    let root = draft.addGroup(hasWholePool: true)
    for number in 0..<10_000 {
      let person = draft.addOperator(
        id: Int64(number), try #require(UsernameKey("person-\(number)-of-20x")),
        PersonFacts(Operator(state: .active)), home: root)
      // The numbers written in bits: no two are alike where there are enough actions.
      let places = Set((0..<14).filter { number >> $0 & 1 != 0 }.map { $0 * 53 % leafCount })
      for place in places { draft.give(draft.menu(names[place]), .always, toOperator: person) }
      let account = Int32(number % Self.accountCount)
      draft.give(.account(account), .always, toOperator: person)
      held.append(places)
    }
    compiled = CompiledTenant.compile(draft)
  }

  /// What is said about an operator and an action alone.
  func verdict(_ person: Int, _ place: Int) -> Verdict {
    guard opened[place] else { return .denied(.outsideEntitlement, revision: 3) }
    guard held[person].contains(place) else { return .denied(.menuNotGranted, revision: 3) }
    return Verdict(reason: nil, scope: place % 3 == 1 ? .own : .tenant, revision: 3)
  }
}
