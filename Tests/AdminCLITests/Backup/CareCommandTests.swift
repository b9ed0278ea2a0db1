import Glibc
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// Backups and the examination on the command line.
struct CareCommandTests {
  private let login: LoggedIn

  init() throws { login = try LoggedIn() }

  @Test func `a backup is made, verified, and never overwrites unasked`() throws {
    let copy = login.file("copy.db")
    #expect(login.ran("backup", "create", copy, "--dry-run").exit == 0)
    #expect(!login.exists("copy.db"))
    #expect(login.ran("backup", "create", copy).exit == 0)
    #expect(try login.mode(of: "copy.db") == 0o600)
    let sound = login.ran("backup", "verify", copy)
    #expect(sound.exit == 0 && sound.output == "sound\n")
    #expect(!login.exists("copy.db-wal"))
    #expect(login.ran("backup", "create", copy).exit == 73)
    #expect(login.ran("backup", "create", copy, "--force").exit == 0)
    #expect(login.ran("backup", "create", "/no/such/dir/x").exit == 73)
    #expect(login.ran("backup", "verify", login.file("none")).exit == 66)
    for other in [login.file("session"), "/dev/null", "/tmp"] {
      let failed = login.ran("backup", "verify", other)
      #expect(failed.exit == 66 && failed.errors.contains("is not a backup"))
    }
  }

  @Test func `a backup is restored where none is, and over one after a yes`() throws {
    let copy = login.file("copy.db")
    let target = login.file("new.db")
    #expect(login.ran("backup", "create", copy).exit == 0)
    let first = login.ran("backup", "restore", copy, "--json", on: target)
    #expect(try first.json()["previous"] == .null)
    #expect(login.ran("doctor", on: target).output == "sound\n")
    // Every session has ended, so the restored store asks for a login.
    #expect(login.ran("backup", "restore", copy, "--yes", on: target).exit == 77)
    let other = login.file("other.db")
    try login.exchange.registry.database.backup(to: other)
    let asked = login.ran("backup", "restore", copy, on: other)
    #expect(asked.exit == 64 && asked.errors.contains("--yes"))
    let dry = login.ran("backup", "restore", copy, "--dry-run", on: other)
    #expect(dry.exit == 0)
    let restored = login.ran("backup", "restore", copy, "--yes", "--json", on: other)
    #expect(restored.exit == 0, "\(restored.errors)")
    #expect(try restored.json()["previous"] != .null)
    #expect(login.ran("backup", "restore", copy, "--yes", on: login.exchange.path).exit == 75)
  }

  @Test func `a damaged store is moved away by hand before a backup takes its place`() throws {
    let copy = login.file("copy.db")
    #expect(login.ran("backup", "create", copy).exit == 0)
    let ill = login.file("ill.db")
    try login.exchange.registry.database.backup(to: ill)
    let file = open(ill, O_WRONLY)
    // The first page stays readable, so that it is still known for a database.
    let garbage = [UInt8](repeating: 0xA5, count: 1 << 16)
    #expect(pwrite(file, garbage, garbage.count, 4096) == garbage.count)
    close(file)
    let hint =
      "hint: move `\(ill)` with its -wal and -shm away, the key file not, then run "
      + "`iamctl backup restore FILE`\n"
    for words in [["doctor"], ["backup", "restore", copy, "--yes"]] {
      var environment = login.environment
      environment[.database] = ill
      let ran = Ran(words, environment: environment)
      #expect(ran.exit == 78 && ran.errors.hasSuffix(hint), "\(words): \(ran.errors)")
    }
    #expect(login.exists("ill.db"))
    #expect(rename(ill, login.file("away.db")) == 0)
    #expect(login.ran("backup", "restore", copy, "--yes", on: ill).exit == 0)
  }

  @Test func `what is no damage to the file has its own hint`() throws {
    let copy = login.file("copy.db")
    #expect(login.ran("backup", "create", copy).exit == 0)
    let other = login.file("session")
    let ran = login.ran("backup", "restore", copy, "--yes", on: other)
    #expect(ran.exit == 78 && !ran.errors.contains("doctor"), "\(ran.errors)")
    let stranger = try LoggedIn(as: Username(unchecked: "master-01"))
    let denied = stranger.ran("backup", "restore", copy, "--yes")
    #expect(denied.exit == 77 && !denied.errors.contains("move"))
  }

  @Test func `a member may not care for the store`() throws {
    let member = try LoggedIn(as: Username(unchecked: "master-01"))
    #expect(member.ran("backup", "create", member.file("copy.db")).exit == 77)
    #expect(!member.exists("copy.db"))
    #expect(member.ran("audit", "list", "--event", "backup.create").lines.count == 1)
  }

  @Test func `a wrong password leaves the store sound and its backup good`() throws {
    var environment = login.environment
    environment[.session] = login.file("none")
    let words = ["login", TestExchange.staff.text, "--password-stdin"]
    let wrong = Ran(
      words, environment: environment, input: GivenInput("wrong\n"),
      services: login.exchange.registry.services)
    #expect(wrong.exit == 77)
    let isCounted = try login.exchange.registry.database.read {
      try $0.exists("SELECT 1 FROM credential_failure")
    }
    #expect(isCounted)
    #expect(Ran(["doctor"], environment: environment).output == "sound\n")
    let copy = login.file("copy.db")
    #expect(login.ran("backup", "create", copy).exit == 0)
    #expect(login.ran("backup", "verify", copy).output == "sound\n")
  }

  @Test func `a truncated backup is no good, and says so`() throws {
    let copy = login.file("copy.db")
    #expect(login.ran("backup", "create", copy).exit == 0)
    #expect(truncate(copy, 8192) == 0)
    let ran = login.ran("backup", "verify", copy)
    #expect(ran.exit == 1 && ran.output.hasSuffix("problems found: 1\n"), "\(ran.output)")
  }

  @Test func `a key file that others may read is left alone, and so is what it seals`() throws {
    let key = login.file("elsewhere.key")
    _ = try Vault.create(keyFile: key)
    let quiet = login.ran("member", "show", "M000001", "--key-file", key)
    #expect(quiet.exit == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
    #expect(chmod(key, 0o644) == 0)
    let told = login.ran("member", "show", "M000001", "--key-file", key)
    #expect(told.exit == 0)
    #expect(told.errors.contains("`\(key)` is not used: others may read its file"))
    #expect(login.ran("whoami", "--key-file", "").exit == 64)
    #expect(login.ran("whoami", "--db", "").exit == 64)
  }

  @Test func `the doctor needs no session`() throws {
    var environment = login.environment
    environment[.session] = login.file("none")
    #expect(Ran(["doctor"], environment: environment).output == "sound\n")
    try login.tamper("INSERT INTO touched VALUES ('role', 7); DROP INDEX operators_at_home")
    let ill = Ran(["doctor"], environment: environment)
    #expect(ill.exit == 1)
    #expect(
      ill.lines == [
        "the schema differs: operators_at_home", "a note of a change was left: role 7",
        "problems found: 2",
      ])
    let json = try Ran(["doctor", "--json"], environment: environment).json()
    #expect(json["sound"] == false)
    environment[.database] = login.file("none.db")
    #expect(Ran(["doctor"], environment: environment).exit == 69)
  }
}
