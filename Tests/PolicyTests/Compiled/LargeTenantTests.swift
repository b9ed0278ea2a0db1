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

  /// Ten thousand operators, each with other menus, over five thousand accounts and catalogues of
  /// widths on both sides of a word.
  @Test(arguments: [1, 63, 64, 65, 700])
  func `both agree where ten thousand hold other menus`(leafCount: Int) throws {
    var random = SplitMix64(seed: UInt64(leafCount))
    let names = (0..<leafCount).map { "m.\(String(repeating: "a", count: $0 % 30))\($0)" }
    var menus: [MenuCode: Marks] = ["m": []]
    for (place, name) in names.enumerated() {
      menus[MenuCode(unchecked: name)] = place % 3 == 1 ? [.ownScope] : []
    }
    let catalogue = CompiledCatalogue(Catalogue(menus: menus, products: ["PNG"]), version: 1)
    let tenant = Tenant(
      code: "M000000000000001", kind: .member, state: .approved,
      hasBeenApproved: true)
    var draft = TenantDraft(catalogue: catalogue, tenant: tenant, revision: 3)
    let opened = names.map { _ in !random.chance(oneIn: 5) }
    for (name, isOpened) in zip(names, opened) where isOpened {
      Array(name.utf8).withUnsafeBytes { draft.openMenu($0) }
    }
    for number in 0..<5000 {
      let digits = String(100_000 + number)
      _ = draft.addAccount(try #require(AccountCode("T-\(digits)")), .open)
    }
    let root = draft.addGroup(hasWholePool: true)
    var held: [Set<Int>] = []
    for number in 0..<10_000 {
      let person = draft.addOperator(
        id: Int64(number), try #require(UsernameKey("person-\(number)-of-20x")),
        PersonFacts(Operator(state: .active)), home: root)
      // The numbers written in bits, so that no two are alike where there are enough actions.
      let places = Set((0..<14).filter { number >> $0 & 1 != 0 }.map { $0 * 53 % leafCount })
      for place in places { draft.give(draft.menu(names[place]), .always, toOperator: person) }
      draft.give(.account(Int32(number % 5000)), .always, toOperator: person)
      held.append(places)
    }
    let compiled = CompiledTenant.compile(draft)
    let view = TenantView(compiled)
    for number in stride(from: 0, to: 10_000, by: 7) {
      for place in [0, 1, 53, 62, 63, 64, leafCount - 1, random.number(below: leafCount)]
      where place < leafCount {
        let menu = view.leaves.number(names[place])
        let reason: Reason? =
          opened[place]
          ? (held[number].contains(place) ? nil : .menuNotGranted) : .outsideEntitlement
        let scope: Decision.Scope = reason != nil ? .none : place % 3 == 1 ? .own : .tenant
        let expected = Verdict(reason: reason, scope: scope, revision: 3)
        if let plain = view.plainVerdict(number, names[place]) { #expect(plain == expected) }
        for account in [CompiledTarget.unnamed, Int32(number % 5000), 4999] {
          let verdict = view.verdict(
            number, CompiledTarget(menu: menu, account: account), at: 0, paymentVerified: false,
            keyVerified: false)
          let isWithin = account < 0 || Int(account) == number % 5000
          let other = Verdict.denied(.accountNotGranted, revision: 3)
          #expect(verdict == (isWithin || reason != nil ? expected : other))
        }
      }
    }
  }
}
