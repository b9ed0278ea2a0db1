import Foundation
import Glibc
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// What the program lives in is never written over by what it writes.
struct OwnFileTests {
  private let login: LoggedIn

  init() throws { login = try LoggedIn() }

  private func ran(_ words: [String]) -> Ran { Ran(words, environment: login.environment) }

  /// Every command that writes a file, asked to write this one.
  private func attempts(_ path: String) -> [[String]] {
    let key = login.file("audit.key")
    return [
      ["backup", "create", path], ["backup", "create", path, "--force"],
      ["backup", "create", path, "--force", "--dry-run"],
      ["audit", "checkpoint", "--key", key, "--out", path, "--force"],
      ["audit", "checkpoint", "--key", path, "--out", login.file("note")],
    ]
  }

  /// What must stay as it is; `nil` where nothing is. A denial or a session in use is noted beside
  /// the database.
  private func bytes(_ path: String) throws -> Data? {
    let isNotedIn = ["-wal", "-shm", ".lock", ".rev"].contains { path.hasSuffix($0) }
    if isNotedIn || access(path, F_OK) != 0 { return nil }
    return try Data(contentsOf: URL(filePath: path))
  }

  /// Nothing is written over, and it is said why.
  private func expectRefused(_ path: String, keeps file: String) throws {
    let before = try bytes(file)
    for words in attempts(path) {
      let ran = ran(words)
      #expect(ran.exit == 73 && ran.output.isEmpty, "\(words): \(ran.errors)")
      #expect(ran.errors.contains("hint: name another file; this one"), "\(ran.errors)")
    }
    #expect(try bytes(file) == before)
  }

  @Test(arguments: ["", "-journal", ".key", ".lock", ".rev", "-wal", "-shm"])
  func `the store and the files beside it are not written over`(suffix: String) throws {
    let path = login.exchange.path + suffix
    let isThere = access(path, F_OK) == 0
    try expectRefused(path, keeps: path)
    #expect((access(path, F_OK) == 0) == isThere)
    #expect(login.ran("whoami").exit == 0)
    #expect(login.ran("doctor").output == "sound\n")
  }

  @Test func `another way to the same file is found out`() throws {
    let linked = login.file("linked.db")
    #expect(link(login.exchange.path, linked) == 0)
    try expectRefused(linked, keeps: login.exchange.path)
    let pointed = login.file("pointed.db")
    #expect(symlink(login.exchange.path, pointed) == 0)
    try expectRefused(pointed, keeps: login.exchange.path)
    #expect(symlink(login.file(""), login.file("folder")) == 0)
    let name = String(login.exchange.path.split(separator: "/").last ?? "")
    for suffix in ["", "-journal", ".key"] {
      try expectRefused(
        login.file("folder/./\(name)\(suffix)"), keeps: login.exchange.path + suffix)
    }
  }

  @Test func `the session file and a key file kept elsewhere are not written over`() throws {
    try expectRefused(login.file("session"), keeps: login.file("session"))
    let key = login.file("elsewhere.pub")
    _ = try Vault.create(keyFile: key)
    let before = try bytes(key)
    var environment = login.environment
    environment[.keyFile] = key
    for words in attempts(key) {
      #expect(Ran(words, environment: environment).exit == 73, "\(words)")
      #expect(ran(words + ["--key-file", key]).exit == 73, "\(words)")
    }
    let note = login.file("elsewhere")
    let words = ["audit", "checkpoint", "--key", login.file("k"), "--out", note, "--force"]
    let signed = ran(words + ["--key-file", key])
    #expect(signed.exit == 73 && !login.exists("elsewhere"))
    #expect(try bytes(key) == before)
  }

  @Test func `a session is not written over the store`() throws {
    for suffix in ["", "-journal", ".key"] {
      var environment = login.environment
      environment[.session] = login.exchange.path + suffix
      let before = try bytes(login.exchange.path + suffix)
      let words = ["login", TestExchange.staff.text, "--password-stdin"]
      let ran = Ran(
        words, environment: environment, input: GivenInput(TestExchange.password + "\n"),
        services: login.exchange.registry.services)
      #expect(ran.exit == 73 && ran.output.isEmpty, "\(ran.errors)")
      #expect(try bytes(login.exchange.path + suffix) == before)
    }
    #expect(login.ran("audit", "list", "--event", "login").lines.isEmpty)
  }

  @Test func `a checkpoint is not written over the key that signs it`() throws {
    let key = login.file("audit.pub")
    #expect(ran(["audit", "checkpoint", "--key", key, "--out", login.file("note")]).exit == 0)
    let before = try bytes(key)
    for out in ["audit.pub", "audit"] {
      let words = ["audit", "checkpoint", "--key", key, "--out", login.file(out), "--force"]
      #expect(ran(words).exit == 73)
    }
    #expect(try bytes(key) == before)
  }

  @Test func `any other file is replaced when asked to`() throws {
    let copy = login.file("iam.db.copy")
    #expect(ran(["backup", "create", copy]).exit == 0)
    #expect(ran(["backup", "create", copy]).errors.contains("add --force"))
    #expect(ran(["backup", "create", copy, "--force"]).exit == 0)
  }
}
