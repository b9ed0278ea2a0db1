import Policy
import TestSupport

@testable import AdminCLI
@testable import IAM

/// A member with two departments, each with an administrator and traders at home in it; those of
/// the second are not the first administrator's to see.
final class Departments {
  let office: Office
  private let menus: [MenuCode] = [
    "operators", "menu-groups", "product-groups", "roles", "groups", "accounts", "trade",
  ].compactMap { MenuCode($0) }

  /// `trader-b1` and `trader-b2` hold the role, the menu group and the product group that are shared.
  init() throws {
    office = try Office()
    for department in ["a", "b"] {
      let group = try name("dept-\(department)")
      try act { change in
        try change.createGroup(group)
        try change.changePool(
          of: group,
          adding: PoolParts(
            menus: menus, products: [ProductCode(existing: "PNG")], everyAccount: true))
      }
      for username in ["admin-\(department)1", "trader-\(department)1", "trader-\(department)2"] {
        try hire(username, group)
      }
      try act { change in
        let administrator = Username(unchecked: "admin-\(department)1")
        try change.assign(Assignment(menus: menus, everyAccount: true), to: administrator)
        try change.appoint(administrator, administering: group)
      }
    }
    try share()
  }

  /// Makes a change as somebody; as the master unless told otherwise.
  func act(as username: String = "master-01", _ body: (borrowing Change) throws -> Void) throws {
    try office.exchange.registry.change(as: .unchecked(Username(unchecked: username)), body)
  }

  /// What one command line does for somebody.
  func run(_ line: String, as username: String, language: String = "en") throws -> Ran {
    try office.login(username)
    return office.run(line, language: language)
  }

  func name(_ text: String) throws -> Name { try Name(new: text) }

  private func share() throws {
    try act { change in
      try change.createRole(name("shared-role"))
      try change.createMenuGroup(name("shared-mg"))
      try change.createProductGroup(name("shared-pg"))
      for trader in ["trader-b1", "trader-b2"] {
        try change.assign(
          Assignment(
            menuGroups: [name("shared-mg")], productGroups: [name("shared-pg")],
            products: [ProductCode(existing: "PNG")], everyAccount: true,
            roles: [name("shared-role")]), to: Username(unchecked: trader))
      }
    }
    try act(as: "admin-b1") { try $0.createGroup(name("b-sub")) }
  }

  private func hire(_ text: String, _ group: Name) throws {
    let username = Username(unchecked: text)
    let registry = office.exchange.registry
    let issued = IssuedPassword(text: "-", hash: registry.services.hasher.standIn)
    try act { change in
      let draft = OperatorDraft(username: username, name: try PersonName("某人"), group: group)
      _ = try change.createOperator(draft, password: issued)
    }
    try registry.change(as: .nobody) { change in
      guard let found = try change.reading.findOperator(username) else { return }
      try change.perform(Intent("test.hire", in: found.tenant, on: "", need: .nothing)) {
        for step in FirstLoginStep.allCases { try change.closeStep(step, for: found.id) }
        return Recorded()
      }
    }
  }
}
