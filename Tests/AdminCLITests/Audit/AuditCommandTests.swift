import IAM
import Policy
import TestSupport
import Testing

@testable import AdminCLI

/// The audit trail on the command line.
struct AuditCommandTests {
  private let login: LoggedIn

  init() throws { login = try LoggedIn() }

  private func members(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [] }
  }

  @Test func `list shows every row, a line or an object each`() throws {
    let plain = login.ran("audit", "list")
    #expect(plain.exit == 0 && plain.errors == "")
    #expect(plain.lines.count == 3)
    #expect(plain.lines.map { $0.split(separator: "\t")[0] } == ["0", "1", "2"])
    let rows = members(try login.ran("audit", "list", "--json").json())
    #expect(rows.map { $0["event"] } == ["exchange.create", "test.member", "test.session"])
    #expect(rows[0]["at"] == "2026-01-05T02:00:00Z" && rows[0]["reason"] == .null)
    #expect(members(try login.ran("audit", "list", "--json", "--limit", "0").json()).isEmpty)
  }

  @Test func `list is narrowed by its options`() throws {
    #expect(login.ran("audit", "list", "--limit", "1").lines.count == 1)
    #expect(login.ran("audit", "list", "--event", "test").lines.count == 2)
    #expect(login.ran("audit", "list", "--since", "2026-01-06").lines.isEmpty)
    #expect(login.ran("audit", "list", "--since", "2026-01-05").lines.count == 3)
    #expect(login.ran("audit", "list", "--tenant", "M000001").lines.isEmpty)
    #expect(login.ran("audit", "list", "--since", "yesterday").exit == 65)
    #expect(login.ran("audit", "list", "--limit", "-1").exit == 64)
    #expect(login.ran("audit", "list", "--tenant", "m?").exit == 67)
    #expect(login.ran("audit", "list", "--tenant", "M000009").exit == 67)
  }

  @Test(arguments: [
    "audit list", "audit verify", "audit export", "audit prove 0", "backup create x",
    "backup verify x", "report access", "report inactive", "report reviews",
  ])
  func `without a session there is only a hint to log in`(line: String) throws {
    var environment = login.environment
    environment[.session] = login.file("none")
    let words = line.split(separator: " ").map(String.init)
    let ran = Ran(words, environment: environment)
    #expect(ran.exit == 77 && ran.output == "")
    #expect(ran.errors.contains("iamctl login"))
  }

  @Test func `a member sees its own rows and does not verify the whole`() throws {
    let member = try LoggedIn(as: Username(unchecked: "master-01"))
    #expect(member.ran("audit", "list").output == "")
    #expect(member.ran("audit", "list", "--tenant", "EX").exit == 67)
    #expect(member.ran("audit", "prove", "0").exit == 67)
    #expect(member.ran("audit", "verify").exit == 77)
  }

  @Test func `verify says that the trail is intact or what is wrong`() throws {
    let intact = login.ran("audit", "verify")
    #expect(intact.exit == 0 && intact.output == "intact: 3 rows\n")
    try login.tamper(
      "DROP TRIGGER audit_is_never_changed; UPDATE audit SET actor = 'x' WHERE seq=1")
    let changed = login.ran("audit", "verify")
    #expect(changed.exit == 1)
    #expect(changed.lines == ["row 1 was changed", "problems found: 1"])
    let json = try login.ran("audit", "verify", "--json").json()
    #expect(json["intact"] == false && json["size"] == 3)
    #expect(members(json["problems"] ?? .null).first?["first_row"] == 1)
    #expect(login.ran("audit", "checkpoint", "--key", login.file("k"), "--out", "x").exit == 1)
  }

  @Test func `a checkpoint is signed, kept private where it must be, and verified`() throws {
    let (key, out) = (login.file("audit.key"), login.file("note"))
    let dry = login.ran("audit", "checkpoint", "--key", key, "--out", out, "--dry-run")
    #expect(dry.exit == 0 && !login.exists("audit.key") && !login.exists("note"))
    let first = login.ran("audit", "checkpoint", "--key", key, "--out", out)
    #expect(first.exit == 0 && first.errors.contains("made a new signing key"))
    #expect(try login.mode(of: "audit.key") == 0o600)
    #expect(try login.text(of: "audit.key").hasPrefix("PRIVATE+KEY+iamctl/EX+"))
    #expect(try login.text(of: "note").hasPrefix("iamctl/EX\n3\n"))
    #expect(login.ran("audit", "verify", "--checkpoint", out).exit == 0)
    #expect(login.ran("audit", "verify", "--checkpoint", out, "--key", key).exit == 0)
    let again = login.ran("audit", "checkpoint", "--key", key, "--out", out)
    #expect(again.exit == 73)
    let forced = login.ran("audit", "checkpoint", "--key", key, "--out", out, "--force", "--json")
    #expect(try forced.json()["size"] == 4)
    #expect(login.ran("audit", "list", "--event", "audit.checkpoint").lines.count == 2)
    #expect(login.ran("audit", "list").lines.count == 5)
  }

  @Test func `files that are no checkpoint or no key are refused`() throws {
    let (key, out) = (login.file("audit.key"), login.file("note"))
    #expect(login.ran("audit", "checkpoint", "--key", key, "--out", out).exit == 0)
    #expect(login.ran("audit", "verify", "--checkpoint", login.file("none")).exit == 66)
    #expect(login.ran("audit", "verify", "--checkpoint", key, "--key", key).exit == 65)
    #expect(login.ran("audit", "verify", "--checkpoint", out, "--key", out).exit == 78)
    let other = login.file("other.key")
    try OutputFile(FilePath(text: other)).write(Array(CheckpointSigner().text.utf8), mode: 0o644)
    let wrong = login.ran("audit", "verify", "--checkpoint", out, "--key", other)
    #expect(wrong.exit == 1 && wrong.output.contains("not signed by this key"))
    let open = login.ran("audit", "checkpoint", "--key", other, "--out", login.file("n2"))
    #expect(open.exit == 78 && open.errors.contains("others may read"))
    let nowhere = login.ran("audit", "checkpoint", "--key", key, "--out", "/no/such/dir/n")
    #expect(nowhere.exit == 73)
    #expect(login.ran("audit", "list").lines.count == 4)
  }

  @Test func `prove and export give the same bytes`() throws {
    let lines = login.ran("audit", "export").lines
    #expect(lines.count == 3)
    let proof = try login.ran("audit", "prove", "1").json()
    #expect(proof["row"] == .string(lines[1]))
    #expect(proof["leaf"] == .string(MerkleTree.leafHash(Array(lines[1].utf8)).hexadecimal))
    #expect(try login.ran("audit", "prove", "1", "--size", "2").json()["size"] == 2)
    #expect(login.ran("audit", "prove", "7").exit == 67)
    #expect(login.ran("audit", "prove", "1", "--size", "9").exit == 65)
    let array = members(try login.ran("audit", "export", "--json").json())
    #expect(array.map { $0.text() } == lines)
  }
}
