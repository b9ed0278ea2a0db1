import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// The doctor finds what is wrong, and nothing where all is well.
struct ExaminationTests {
  private let trail: AuditTrail
  private var path: String { trail.exchange.path }

  init() throws { trail = try AuditTrail() }

  /// The library's own examination takes other tables without row ids for damaged.
  @Test func `the columns of a key come first where a table has no row ids`() throws {
    let broken = try trail.exchange.registry.database.read { reading in
      try reading.all(
        """
        SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
        WHERE t.wr = 1 AND c.pk > 0 AND c.pk <> c.cid + 1
        """
      ) { "\(try $0.text(0)).\(try $0.text(1))" }
    }
    #expect(broken == [])
  }

  @Test func `a sound store has no problem`() throws {
    #expect(try Registry.examine(path) == [])
  }

  @Test(arguments: [
    ("INSERT INTO touched VALUES ('role', 1)", StoreProblem.Kind.touched, "role 1"),
    ("UPDATE user_group SET parent_id = 1 WHERE id = 2", .rootGroup, "M000001"),
    ("UPDATE operator SET is_master = 0 WHERE id = 2", .master, "M000001"),
    (
      """
      INSERT INTO user_group VALUES (50, 2, 'A', 2, 0, 0, NULL, 0), (51, 2, 'B', 50, 0, 0, NULL, 0);
      UPDATE user_group SET parent_id = 51 WHERE id = 50
      """, .groupTree, "M000001 A"
    ),
    (
      """
      INSERT INTO role VALUES (50, 2, 'A', 0), (51, 2, 'B', 0);
      INSERT INTO role_inclusion VALUES (50, 51), (51, 50)
      """, .roleCycle, "M000001 A"
    ),
    (
      "INSERT INTO role VALUES (50, 1, 'A', 0);"
        + "INSERT INTO holding (id, operator_id, role_id) VALUES (60, 2, 50)", .tenantBorder,
      "holding 60"
    ),
    ("UPDATE operator SET home_group_id = 1 WHERE id = 2", .tenantBorder, "master-01 默认用户组"),
    (
      "INSERT INTO holding (id, operator_id, menu) VALUES (60, 2, 'trade');"
        + "UPDATE operator SET state = 'offboarded' WHERE id = 2", .offboardedGrant, "master-01"
    ),
    (
      "INSERT INTO holding (id, operator_id, menu) VALUES (60, 2, 'no.such')", .unknownNode,
      "no.such"
    ),
    (
      "INSERT INTO holding (id, operator_id, product) VALUES (60, 2, 'PNG.SH.D9')", .unknownNode,
      "PNG.SH.D9"
    ),
    ("INSERT INTO product VALUES ('XX.YY', 'x', 'x', 1)", .catalogueParent, "XX.YY"),
    ("INSERT INTO menu VALUES ('aa.bb', 'x', 'x', 0, 1)", .catalogueParent, "aa.bb"),
    ("INSERT INTO menu VALUES ('é', 'x', 'x', 0, 1)", .catalogueCode, "é"),
    ("INSERT INTO product VALUES ('png', 'x', 'x', 1)", .catalogueCode, "png"),
    ("UPDATE role SET name = 'A' WHERE name = '审计管理员'", .staffDuty, "审计管理员"),
    ("UPDATE separation SET mode = 'record' WHERE tenant_id = 1", .staffDuty, "管理职责分离"),
    ("DELETE FROM separation_role", .staffDuty, "管理职责分离"),
    ("UPDATE counter SET value = 1 WHERE name = 'operator'", .counter, "operator"),
    ("DROP TRIGGER holding_insert_touches", .schema, "holding_insert_touches"),
    ("CREATE TRIGGER strange AFTER INSERT ON role BEGIN SELECT 1; END", .schema, "strange"),
    ("DROP INDEX operators_at_home", .schema, "operators_at_home"),
  ])
  func `each broken rule is found and what breaks it named`(
    script: String, kind: StoreProblem.Kind, subject: String
  ) throws {
    let raw = try Connection.open(
      path: path, access: .readWrite, context: trail.registry.database.context)
    try raw.run(script: script)
    let found = try Registry.examine(path).filter { $0.kind != .touched || kind == .touched }
    #expect(found.contains(StoreProblem(kind, subject)), "\(found)")
  }

  @Test func `a product term below a base point and the wildcard are known`() throws {
    let raw = try Connection.open(
      path: path, access: .readWrite, context: trail.registry.database.context)
    try raw.run(
      script: """
        INSERT INTO holding (id, operator_id, product) VALUES (1, 2, 'PNG.SH.1507'), (2, 2, '*');
        INSERT INTO holding (id, operator_id, menu) VALUES (3, 2, '*'); DELETE FROM touched
        """)
    #expect(try Registry.examine(path) == [])
  }

  @Test func `a reference to nothing and a broken constraint are found`() throws {
    let raw = try Connection.open(
      path: path, access: .readWrite, context: trail.registry.database.context)
    try raw.run(
      script: "PRAGMA foreign_keys = OFF; INSERT INTO separation_role VALUES (77, 78)")
    #expect(try Registry.examine(path).contains { $0.kind == .reference })
    try raw.run(
      script: "PRAGMA ignore_check_constraints = ON; UPDATE tenant SET name = '' WHERE id = 2")
    #expect(try Registry.examine(path).map(\.kind).contains(.structure))
  }

  @Test func `the last rows of the trail are looked at`() throws {
    try trail.tamper("UPDATE audit SET actor = 'x' WHERE seq = 11; DELETE FROM audit WHERE seq = 9")
    let found = try Registry.examine(path).filter { $0.kind == .audit }
    #expect(found.map(\.subject.en) == ["missing: row 9", "row 11 was changed"])
  }

  @Test func `a file that everybody may read is a problem, one that is not there an error`() throws
  {
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(try Registry.examine(path).map(\.kind) == [.permissions])
    let error = #expect(throws: DatabaseError.self) { try Registry.examine(path + ".none") }
    #expect(error?.kind == .missing)
  }
}
