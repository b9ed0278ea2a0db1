import Testing

@testable import AdminCLI

/// The menu is decided before anything is looked up: whoever lacks it learns from no command that
/// changes something whether a name exists.
@Suite struct UnknownNameTests {
  /// Names of the world, and others like them of nobody and nothing.
  private static let ghosts = [
    "trader-01": "trader-99", "target-01": "target-99", "master-01": "master-99",
    "idle-0001": "idle-0099", "locked-01": "locked-99", "admin-below": "admin-nobody",
    "夜盘": "无此组", "日盘": "无此组", "夜盘一组": "无此组", "空组": "无此组", "闲组": "无此组",
    "交易部": "无此组", "默认用户组": "无此组", "报价员": "无此角色", "复核员": "无此角色",
    "审批员": "无此角色", "空角色": "无此角色", "查询组": "无此集", "空菜单组": "无此集",
    "天然气": "无此集", "空产品组": "无此集", "分离": "无此规则",
    "T000001-GAS-01": "T000001-GAS-99", "1": "99", "⟨session⟩": "99999",
    "M000001": "M999999", "M000003": "M999999", "M000004": "M999999",
  ]

  /// A line of the matrix that names something, and the same with a name of nothing.
  private struct Pair {
    let real: MatrixRow
    let ghost: MatrixRow
    let name: String
    let stranger: String
  }

  private static func isWriting(_ row: MatrixRow) -> Bool {
    allCommands.contains { $0.name == row.command && $0.effect != .reads }
  }

  private static let pairs: [Pair] = MatrixRow.all.filter(isWriting).flatMap { row in
    row.arguments.indices.compactMap { index in
      let name = row.arguments[index]
      return ghosts[name].map { stranger in
        Pair(
          real: row, ghost: row.naming(stranger, at: index), name: name, stranger: stranger)
      }
    }
  }

  @Test(arguments: [MatrixActor.plain, .idleStaff])
  fileprivate func `without the menu, what exists is answered like what does not`(
    _ actor: MatrixActor
  ) throws {
    let world = try MatrixWorld()
    let real = try world.outcomes(of: actor, Self.pairs.map(\.real))
    let ghosts = try world.outcomes(of: actor, Self.pairs.map(\.ghost))
    var denied: Set<String> = []
    for (pair, (real, ghost)) in zip(Self.pairs, zip(real, ghosts)) where real.exit != 0 {
      #expect(real.exit == ghost.exit, "\(pair.ghost.title)")
      let told = ghost.errors.replacing(pair.stranger, with: pair.name)
      #expect(real.errors == told, "\(pair.ghost.title)")
      if real.exit == 77 { denied.insert(pair.real.command) }
    }
    // Roles are activated by their holder, who needs no menu for it; what staff decide about other
    // tenants is there for staff alone.
    let free: Set = ["session roles add", "session roles drop"]
    let elsewhere: Set = ["member profile set", "reset approve", "reset reject"]
    #expect(
      denied
        == Set(Self.pairs.map(\.real.command)).subtracting(free)
        .subtracting(actor == .plain ? elsewhere : []))
  }

  @Test func `staff without menus are answered about any tenant like about none`() throws {
    let world = try MatrixWorld()
    let rows = MatrixRow.all.filter { row in
      let shapes = allCommands.first { $0.name == row.command }?.shapes ?? []
      return Self.isWriting(row) && shapes.contains { $0.name == "--tenant" }
        && !row.command.hasPrefix("import")
    }
    let real = try world.outcomes(of: .idleStaff, rows)
    let ghost = try world.outcomes(of: .idleStaff, rows, naming: "M999999")
    for (row, (real, ghost)) in zip(rows, zip(real, ghost)) {
      #expect(real.exit == 77 && ghost.exit == 77, "\(row.title): \(real.exit), \(ghost.exit)")
      #expect(real.errors == ghost.errors, "\(row.title)")
    }
    #expect(rows.count > 40)
  }
}
