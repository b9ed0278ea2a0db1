import Foundation
import Testing

@testable import AdminCLI
@testable import IAM

/// Secrets that people entrust to the program, looked for in everything it writes.
struct SecrecyTests {
  private static let traderPassword = "Jd9!wNs4#vXg6-Mk"
  private static let traderPayment = "Pq3#zHt7!mKc8-Bw"
  private static let newMasterPassword = "Nf8!vGx3#sDk7-Wp"
  private static let wrongPassword = "Wr0ng!pAss7#Ujm-Zt"
  private static let refusedPassword = "xK9!q"
  private static let traderMobile = "13787654321"
  private static let traderEmail = "zhang.san.secret@example.org"
  private static let binary = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/debug/iamctl").path()

  private let stage: Stage
  private var oneTimePassword = ""
  private var sessions: [String] = []

  /// What follows the story, told once for all the tests here.
  private static let told = Result { try SecrecyTests(telling: try Story.told.get()) }

  init() throws { self = try SecrecyTests.told.get() }

  /// Goes on from the story: a trader sets up, passwords change, and everything is printed.
  private init(telling story: Story) throws {
    stage = try Stage(copying: story.stage)
    let made = stage.ran(
      "master",
      "operator create trader-777 --name 赵六 --mobile \(SecrecyTests.traderMobile) "
        + "--email \(SecrecyTests.traderEmail)")
    oneTimePassword = try made.json()["one_time_password"]?.string ?? ""
    stage.ran("trader", "login trader-777", secrets: [SecrecyTests.wrongPassword])
    stage.ran("trader", "login trader-777", secrets: [oneTimePassword])
    try noteSessions()
    let setup = [oneTimePassword, SecrecyTests.traderPassword, SecrecyTests.traderPayment]
    stage.ran("trader", "setup", secrets: [setup[0], SecrecyTests.refusedPassword, setup[2]])
    stage.ran("trader", "setup", secrets: setup)
    stage.ran("trader", "login trader-777", secrets: [SecrecyTests.traderPassword])
    stage.ran(
      "master", "password change",
      secrets: [Story.masterPassword, SecrecyTests.newMasterPassword])
    stage.ran(
      "master", "payment-password change",
      secrets: [SecrecyTests.wrongPassword, SecrecyTests.newMasterPassword])
    try noteSessions()
    printEverything()
  }

  /// The token of every session so far.
  private mutating func noteSessions() throws {
    for person in ["staff", "master", "trader"] {
      let path = stage.file("people/\(person)")
      guard FileManager.default.fileExists(atPath: path) else { continue }
      sessions.append(
        try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(
          in: .whitespacesAndNewlines))
    }
  }

  /// Every command that prints or writes something about people and passwords.
  private func printEverything() {
    for line in [
      "operator list", "operator show trader-777", "member show", "account list", "export",
      "session list", "whoami", "audit list", "policy explain trader-777", "can trader-777",
      "operator verify-untouched", "report access", "report inactive", "group list",
    ] {
      stage.ran("master", line)
      stage.ran("master", words: line.split(separator: " ").map(String.init))
    }
    for line in [
      "member list", "member show M000001", "audit list", "audit verify", "audit prove 3",
      "report access M000001", "report reviews", "operator list --tenant M000001", "doctor",
      "reset request M000001 --reason 遗忘密码", "reset list", "operator show exch-admin-1",
      "backup create \(stage.file("store/copy.db"))",
      "audit checkpoint --key \(stage.file("papers/audit.key")) "
        + "--out \(stage.file("store/audit.checkpoint"))",
    ] {
      stage.ran("staff", line)
    }
    for format in ["html", "csv", "json"] {
      stage.ran("staff", words: ["report", "access", "M000001", "--format", format])
    }
    stage.ran("staff", words: ["audit", "export"])
  }

  private func traces() throws -> Traces {
    try Traces(
      of: stage,
      ignoring: [
        "store/iam.db.key", "people/staff", "people/master", "people/trader", "papers/audit.key",
        "papers/registration.json",
      ])
  }

  @Test func `the store, its log and its copies are among what is searched`() throws {
    let files = try traces().files
    for name in ["iam.db", "iam.db-wal", "copy.db", "audit.checkpoint"] {
      #expect(files.contains("store/\(name)"), "\(files)")
    }
    #expect(try !traces().places(of: "trader-777").isEmpty)
    #expect(oneTimePassword.count >= 16 && Set(sessions).count >= 4)
    let refused = stage.outcomes.filter { $0.exit > 1 }.map(\.errors)
    #expect(refused.count == 3, "\(refused)")
  }

  @Test func `no password is found anywhere`() throws {
    let traces = try traces()
    for secret in [
      Story.staffPassword, Story.masterPassword, Story.paymentPassword,
      SecrecyTests.traderPassword, SecrecyTests.traderPayment, SecrecyTests.newMasterPassword,
      SecrecyTests.wrongPassword, SecrecyTests.refusedPassword,
    ] {
      #expect(traces.places(of: secret) == [], "\(secret)")
    }
  }

  @Test func `a one-time password is in the answer of its command and nowhere else`() throws {
    #expect(try traces().places(of: oneTimePassword) == ["output 0"])
  }

  @Test func `no session token is found outside the session's own file`() throws {
    for token in sessions { #expect(try traces().places(of: token) == []) }
  }

  @Test func `no key is found outside its own file`() throws {
    for name in ["store/iam.db.key", "papers/audit.key"] {
      let text = try String(contentsOfFile: stage.file(name), encoding: .utf8)
      let words = text.split { $0 == "\n" || $0 == " " || $0 == "+" }.map(String.init)
      let key = words.max { $0.count < $1.count } ?? ""
      // Base64 may have a plus or two in it: what is left is still nothing that comes by chance.
      #expect(key.count >= 12)
      #expect(try traces().places(of: key) == [], "\(name)")
      #expect(try traces().places(of: key.uppercased()) == [], "\(name)")
    }
  }

  @Test func `personal data is found nowhere in full`() throws {
    let traces = try traces()
    for datum in [
      Story.mobile, Story.email, Story.address, Story.bankAccount, SecrecyTests.traderMobile,
      SecrecyTests.traderEmail,
    ] {
      #expect(traces.places(of: datum) == [], "\(datum)")
    }
    #expect(!traces.places(of: "139****9876").isEmpty)
  }

  /// The program takes no secret from arguments or the environment, and puts none there.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: binary), "no debug binary"))
  func `a running program shows no secret to the other processes of the machine`() throws {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: SecrecyTests.binary)
    process.arguments = ["payment-password", "change", "--password-stdin"]
    process.environment = [
      "IAMCTL_DB": stage.database, "IAMCTL_SESSION": stage.file("people/trader"), "LC_ALL": "C",
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(Data((SecrecyTests.traderPayment + "\n").utf8))
    var shown = Data()
    for _ in 0..<50 {
      for name in ["environ", "cmdline", "comm"] {
        let path = "/proc/\(process.processIdentifier)/\(name)"
        shown += try Data(contentsOf: URL(fileURLWithPath: path))
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    shown += output.fileHandleForReading.readDataToEndOfFile()
    #expect(process.terminationStatus == ExitCode.usage.rawValue)
    let text = String(decoding: shown, as: UTF8.self)
    #expect(text.contains("payment-password") && text.contains("IAMCTL_SESSION"))
    for secret in [SecrecyTests.traderPayment] + sessions { #expect(!text.contains(secret)) }
  }
}
