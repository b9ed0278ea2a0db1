import Policy
import TestSupport
import Testing

/// A peer's own assertions, put to this model: tenants, hierarchy, direct grants, who-can,
/// mutations and roles that hold for a time.
@Suite struct CasbinCasesTests {
  /// What this model does not have, and why a case that needs it is left out.
  private static let absent: [String: String] = [
    "deny": "there are no deny rules: grants add, ceilings and states take away",
    "resource-groups": "menus and products are trees, not groups named by a policy",
    "resource-pattern": "codes are matched as nodes of trees, never by patterns",
    "everyone-grant": "nobody holds what was not given to it or to its group",
    "all-tenants-rule": "no rule reaches from one tenant into another",
    "tenant-deletion": "tenants are closed, never deleted",
  ]

  /// Why a case is left out, or `nil`.
  private static func absence(_ example: CasbinCases.Case) -> String? {
    let isForAll =
      example.grants.contains { $0.tenant == "*" }
      || example.assignments.contains { $0.tenant == "*" }
    let needed = example.features + (isForAll ? ["all-tenants-rule"] : [])
    return needed.sorted().compactMap { absent[$0] }.first
  }

  @Test(.enabled(if: SharedData.isAvailable))
  func `every assertion of a peer that this model can express holds`() throws {
    let cases = try CasbinCases.load()
    var asserted = 0
    for example in cases where Self.absence(example) == nil {
      var world = try CasbinWorld(example)
      var count = 0
      for step in example.checks + example.queries + (example.steps ?? []) {
        if step.kind == "op" {
          let isPerformed = world.perform(step)
          #expect(isPerformed, "\(step.op ?? "") at \(step.ref)")
        } else {
          let answer = try #require(world.answer(step), "\(step.kind) at \(step.ref)")
          let expected = try #require(step.expect, "\(step.kind) at \(step.ref)")
          #expect(answer.matches(expected), "\(step.kind) at \(step.ref): \(answer)")
          count += 1
        }
      }
      #expect(count == example.n_assertions, "\(example.id)")
      asserted += count
    }
    #expect(cases.count == 39)
    #expect(asserted == 394)
  }

  @Test(.enabled(if: SharedData.isAvailable))
  func `the cases left out are known, each with its reason`() throws {
    let left = try CasbinCases.load().filter { Self.absence($0) != nil }
    let names = left.compactMap { $0.id.split(separator: "/").last.map(String.init) }
    #expect(
      names == [
        "TestRBACModelWithResourceRoles", "TestRBACModelWithDeny", "TestDomainMatchModel",
        "TestImplicitPermissionAPI", "TestGetImplicitObjectPatternsForUser",
        "TestRBACModelWithPattern", "TestDeleteDomains",
        "TestDeleteDomains",
      ])
    #expect(left.reduce(0) { $0 + $1.n_assertions } == 51)
  }
}

extension CasbinCases.Answer {
  /// Whether this answers as expected; an empty list is empty whatever it would hold.
  func matches(_ expected: Self) -> Bool {
    if self == expected { return true }
    if case .rows(let rows) = self, case .names(let names) = expected {
      return rows.isEmpty && names.isEmpty
    }
    return false
  }
}
