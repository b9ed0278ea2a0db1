import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// The commands of members, institutions and accounts with a session.
struct MemberCommandTests {
  let exchange: TestExchange

  init() throws {
    exchange = try TestExchange()
    // Sessions are looked up at the present time of the machine.
    exchange.clock.set(.systemNow())
  }

  /// Runs a command line as an operator with a session of its own.
  private func run(_ line: String, as username: String = "staff-01") throws -> Ran {
    let file = exchange.directory.file("session-" + username)
    if !FileManager.default.fileExists(atPath: file) {
      try SessionFile(path: file).write(try exchange.session(of: username).text)
    }
    return Ran(
      line.split(separator: " ").map(String.init),
      environment: [.database: exchange.path, .session: file])
  }

  private func write(_ text: String, to name: String) throws -> String {
    let file = exchange.directory.file(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  @Test func `a member goes from registration to an account`() throws {
    let code = try exchange.member("blueflame01", .registered)
    let papers = exchange.directory.path + "/papers"
    try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: false)
    try Data("%PDF-1.7".utf8).write(to: URL(fileURLWithPath: papers + "/licence.pdf"))
    let profile = try write(
      """
      {"regions":["重庆"],"applicant":"buyer","annual_volume":"1200.5","enterprise_type":"有限公司",
      "documents":[{"kind":"营业执照","path":"papers/licence.pdf"}]}
      """, to: "profile.json")
    let early = try run("member apply PNG", as: "blueflame01")
    #expect(early.exit == 76 && early.errors.contains("member profile set"))
    let set = try run("member profile set --file \(profile) --json", as: "blueflame01")
    #expect(set.output == #"{"tenant":"M000001","state":"profiled"}"# + "\n")
    let bind = "member bank bind --bank 中国银行 --account-no 6217000012345678 --holder 蓝焰燃气"
    #expect(try run(bind + " --dry-run", as: "blueflame01").exit == 0)
    let bound = try run(bind, as: "blueflame01")
    #expect(bound.exit == 0 && bound.errors.contains("log in again"))
    #expect(try run("member show", as: "blueflame01").exit == 77)
    try FileManager.default.removeItem(atPath: exchange.directory.file("session-blueflame01"))
    #expect(try run("member apply PNG LNG", as: "blueflame01").exit == 0)
    let listed = try run("member list --state under-review")
    #expect(listed.output.hasPrefix("M000001\tmember\tunder-review\t蓝焰燃气1号公司\t\t"))
    #expect(try run("account open --market gas", as: "blueflame01").exit == 76)
    #expect(try run("member approve \(code)").exit == 0)
    let opened = try run("account open --market gas --json", as: "blueflame01")
    #expect(
      opened.output.hasPrefix(
        #"{"account":"T000001-GAS-01","settlement_account":"S000001-GAS-01","market":"gas""#))
    let shown = try run("member show", as: "blueflame01")
    #expect(shown.output.contains("mobile\t139****0000\n"))
    #expect(shown.output.contains("account_no\t****5678\n"))
    #expect(shown.output.contains("licence.pdf"))
    #expect(try run("member show --full", as: "blueflame01").output.contains("13900000000"))
  }

  @Test func `staff commands of a member end in 77, unknown tenants of staff in 67`() throws {
    _ = try exchange.member("blueflame01", .approved)
    for line in [
      "member list", "member approve M000001", "member reject M000001 --reason r",
      "member supplement M000001 --reason r", "member suspend M000001 --reason r",
      "member resume M000001", "member close M000001 --reason r --yes",
      "member entitle M000001 --menu trade", "member disentitle M000001 --menu delivery",
      "institution create --name 机构 --organisation-code D2143569-X --member M000001",
    ] {
      let denied = try run(line, as: "blueflame01")
      #expect(denied.exit == 77 && denied.output.isEmpty, "\(line): \(denied.errors)")
      guard line.contains("M000001") else { continue }
      let missing = try run(line.replacing("M000001", with: "M000009"))
      #expect(missing.exit == 67, "\(line): \(missing.errors)")
    }
    #expect(try run("member show M000002", as: "blueflame01").exit == 67)
    #expect(try run("member entitle M000001").exit == 64)
    #expect(Ran(["member", "list", "--db", exchange.path]).exit != 0)
  }

  @Test func `closing asks first`() throws {
    _ = try exchange.member("blueflame01", .approved)
    #expect(try run("member close M000001 --reason 退出").exit == 64)
    #expect(try run("member close M000001 --reason 退出 --dry-run").exit == 0)
    #expect(try run("member close M000001 --reason 退出 --yes").exit == 0)
    let again = try run("member close M000001 --reason 退出 --yes --json")
    #expect(again.exit == 76 && again.errors.contains("tenant-closed"))
  }

  @Test func `an institution's password is shown once`() throws {
    _ = try exchange.member("blueflame01", .approved)
    let made = try run(
      "institution create --name 机构 --organisation-code D2143569-X --member M000001 --json")
    #expect(
      made.output.hasPrefix(
        #"{"tenant":"I000001","username":"i000001-admin","one_time_password":""#))
    let wrong = try run(
      "institution create --name 机构 --organisation-code D2143569-1 --member M000001")
    #expect(wrong.exit == 65 && wrong.errors.contains("`organisation_code`"))
  }

  @Test func `accounts are frozen, unfrozen and closed`() throws {
    try exchange.addMember(Username(unchecked: "blueflame01"))
    let account = "T000001-GAS-01"
    #expect(try run("account freeze \(account) --tenant M000001").exit == 0)
    #expect(try run("account unfreeze \(account)", as: "blueflame01").exit == 77)
    #expect(try run("account unfreeze \(account) --tenant M000001").exit == 0)
    #expect(try run("account close \(account) --yes", as: "blueflame01").exit == 0)
    #expect(try run("account freeze \(account)", as: "blueflame01").exit == 76)
    #expect(try run("account show \(account)").exit == 77)
    #expect(try run("account show T000001-GAS-02 --tenant M000001").exit == 67)
    let list = try run("account list", as: "blueflame01").output
    #expect(list.hasPrefix("\(account)\tS000001-GAS-01\tgas\tclosed\tfalse\t"))
  }
}
