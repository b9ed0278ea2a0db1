import Foundation
import Testing

@testable import AdminCLI
@testable import IAM

/// `--dry-run` does the whole change and keeps nothing of it.
struct DryRunTests {
  private let story: Story

  init() throws { story = try Story.told.get() }

  /// Changes that succeed from where the story ends, and who makes them.
  static let changes: [(person: String, line: String)] = [
    ("master", "menu-group create 夜盘"), ("master", "menu-group rename 结算员 清算员"),
    ("master", "menu-group allow 结算员 trade.contracts"),
    ("master", "menu-group disallow 结算员 funds"),
    ("master", "product-group create 二号"), ("master", "product-group remove 管道气 PNG"),
    ("master", "operator create trader-002 --name 王五"),
    ("master", "operator update trader-001 --name 张小三"),
    ("master", "operator assign clerk-001 --product PNG"),
    ("master", "operator unassign clerk-001 --menu-group 结算员"),
    ("master", "operator suspend trader-001"), ("master", "operator reset-password trader-001"),
    ("master", "operator offboard trader-001 --reason 离职 --yes"),
    ("master", "role create 值班"), ("master", "group create 交易部"),
    ("master", "account open --market oil"), ("master", "member apply LNG"),
    ("master", "policy set password-min-length 14"),
    ("staff", "account freeze T000001-GAS-01 --tenant M000001"),
    ("master", "account close T000001-GAS-01 --yes"),
    ("staff", "member suspend M000001 --reason 保证金"),
    ("staff", "member close M000001 --reason 退出 --yes"),
    ("staff", "member entitle M000001 --menu trade.efp --product BOND"),
    ("staff", "member disentitle M000001 --product PNG"),
    ("staff", "reset request M000001 --reason 遗忘密码"),
    ("staff", "institution create --name 某机构 --organisation-code D2143569-X --member M000001"),
  ]

  @Test func `a dry run leaves the database as it was, byte for byte`() throws {
    let stage = try Stage(copying: story.stage)
    // The first command of a minute notes that its session is in use.
    stage.ran("master", "whoami")
    stage.ran("staff", "whoami")
    let before = try bytes(of: stage)
    let began = Date()
    for (person, line) in DryRunTests.changes {
      let ran = stage.ran(person, line + " --dry-run")
      #expect(ran.exit == 0, "\(line): \(ran.errors)")
    }
    let after = try bytes(of: stage)
    // A slow machine may have noted a session again.
    if Date().timeIntervalSince(began) < 30 { #expect(after == before) }
    #expect(
      stage.ran("master", "menu-group list").output
        == story.stage.ran(
          "master", "menu-group list"
        ).output)
    #expect(try revision(of: stage) == revision(of: story.stage))
  }

  @Test func `a one-time password that a dry run drew is not shown`() throws {
    let stage = try Stage(copying: story.stage)
    let line = "operator create dry-run-01 --name 张三 --json"
    let dry = stage.ran("master", line + " --dry-run")
    #expect(dry.exit == 0 && dry.output.contains(#""one_time_password":null"#))
    let made = stage.ran("master", line)
    #expect(made.exit == 0 && made.output.contains(#""one_time_password":""#))
  }

  @Test func `without it the same commands change something`() throws {
    let stage = try Stage(copying: story.stage)
    let before = try revision(of: stage)
    #expect(stage.ran("master", "menu-group create 夜盘").exit == 0)
    #expect(try revision(of: stage) > before)
    #expect(try bytes(of: stage) != bytes(of: story.stage))
  }

  private func bytes(of stage: Stage) throws -> [Data] {
    try ["", "-wal"].map { name in
      try Data(contentsOf: URL(fileURLWithPath: stage.database + name))
    }
  }

  /// The revision that a check answers from.
  private func revision(of stage: Stage) throws -> Int64 {
    let check = stage.ran("master", "check trader-001 member-center.user-info.security")
    guard case .number(let revision)? = try check.json()["revision"] else { return -1 }
    return revision
  }
}

/// `--dry-run` of the commands that set up, log out and change one's own passwords.
struct OwnDryRunTests {
  private static let password = "Gm6!wXe4$kBt8-Zp"
  private static let other = "Vr9?hTq5&nJd2-Ys"

  @Test func `one's own passwords are tried and stay as they are`() throws {
    let stage = try Stage(copying: try Story.told.get().stage)
    let changes: [(line: String, secrets: [String])] = [
      ("password change", [Story.masterPassword, Self.password]),
      ("payment-password verify", [Story.paymentPassword]),
      ("payment-password change", [Story.paymentPassword, Self.other]), ("logout", []),
    ]
    for (line, secrets) in changes {
      let dry = stage.ran("master", line + " --dry-run", secrets: secrets)
      #expect(dry.exit == 0, "\(line): \(dry.errors)")
    }
    let weak = stage.ran(
      "master", "password change --dry-run", secrets: [Story.masterPassword, "short"])
    #expect(weak.exit == 65)
    #expect(stage.ran("master", "login sanxia-gas", secrets: [Self.password]).exit == 77)
    for (line, secrets) in changes {
      #expect(stage.ran("master", line, secrets: secrets).exit == 0, "\(line)")
    }
    #expect(stage.ran("master", "login sanxia-gas", secrets: [Self.password]).exit == 0)
  }

  @Test func `a wrong password counts as a failure in a dry run too`() throws {
    let stage = try Stage(copying: try Story.told.get().stage)
    for (line, count) in [("password change", 1), ("payment-password change", 5)] {
      for _ in 0..<count {
        let secrets = ["wrong", Self.password]
        let dry = stage.ran("master", line + " --dry-run", secrets: secrets)
        #expect(dry.exit == 77)
        #expect(try dry.failure()["code"]?.string == "verification-failed")
      }
      let event = line.replacing(" ", with: ".")
      let rows = try stage.ran("master", "audit list --event \(event)").json().elements
      #expect(rows.map { $0["outcome"]?.string } == Array(repeating: "failed", count: count))
    }
    // Locked by now: the right one is refused as well.
    let locked = stage.ran(
      "master", "payment-password verify", secrets: [Story.paymentPassword])
    #expect(locked.exit == 77)
    #expect(
      stage.ran("master", "payment-password verify --dry-run", secrets: ["wrong"]).exit == 77)
  }

  @Test func `the first-login steps are tried and stay open`() throws {
    let stage = try Stage(copying: try Story.told.get().stage)
    let reset = stage.ran("master", "operator reset-password trader-001")
    let once = try reset.json()["one_time_password"]?.string ?? ""
    #expect(stage.ran("trader", "login trader-001", secrets: [once]).exit == 0)
    let secrets = [once, Self.password, Story.paymentPassword]
    #expect(stage.ran("trader", "setup --dry-run", secrets: secrets).exit == 0)
    #expect(try stage.ran("trader", "whoami").json()["pending"]?.elements.count == 2)
    #expect(stage.ran("trader", "setup", secrets: secrets).exit == 0)
    #expect(
      stage.ran("trader", "payment-password set --dry-run", secrets: [Self.password]).exit == 76)
  }

  @Test func `a store is made by no dry run, and refused where it would be`() throws {
    let stage = try Stage()
    func made(_ words: String...) throws -> Ran {
      stage.ran("staff", words: ["init", "staff-01", "--json"] + words, secrets: [Self.password])
    }
    func files() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: stage.file("")).sorted()
    }
    let before = try files()
    let dry = try made("--dry-run")
    #expect(dry.exit == 0, "\(dry.errors)")
    #expect(try dry.json()["database"]?.string == stage.database)
    let weak = stage.ran("staff", "init staff-01 --dry-run", secrets: ["short"])
    #expect(try weak.failure()["code"]?.string == "weak-password")
    #expect(try made("--dry-run", "--db", stage.file("none/iam.db")).exit == 73)
    #expect(try files() == before)
    #expect(try made().exit == 0)
    let again = try files()
    #expect(try made("--dry-run").failure()["code"]?.string == "database-exists")
    let keyed = try made("--dry-run", "--db", stage.file("b.db"), "--key-file", stage.database)
    #expect(try keyed.failure()["code"]?.string == "key-file-exists")
    let kept = try made("--dry-run", "--key-file", stage.file("k"))
    #expect(try kept.failure()["code"]?.string == "database-exists")
    #expect(try files() == again)
  }
}
