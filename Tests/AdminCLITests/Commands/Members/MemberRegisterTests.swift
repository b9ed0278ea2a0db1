import Foundation
import Policy
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// A1–A5 on the command line: what is not acceptable ends in 65, names its field, stores nothing.
struct MemberRegisterTests {
  let exchange: TestExchange

  init() throws { exchange = try TestExchange() }

  static let document = """
    {"username":"blueflame01","name":"重庆蓝焰燃气有限公司","legal_representative":"张伟",
    "administrator":{"name":"李娜","mobile":"13900000000","email":"li.na@example.com"},
    "delivery_address":"重庆市渝北区金开大道 1 号","credit_code":"91350100M000100Y43"}
    """

  /// What to put in the place of what, and the field that is named.
  static let invalid: [(old: String, new: String, field: String)] = [
    ("blueflame01", "short01", "username"), ("blueflame01", "onlyletters", "username"),
    ("blueflame01", "1234567890", "username"), ("blueflame01", "blue flame01", "username"),
    ("blueflame01", "blueflame01blueflame01", "username"), ("blueflame01", "蓝焰123456", "username"),
    ("blueflame01", "blue.flame01", "username"), ("blueflame01", "", "username"),
    (#""username":"blueflame01","#, "", "username"),
    (#""username":"blueflame01""#, #""username":1"#, "username"),
    ("重庆蓝焰燃气有限公司", "", "name"), ("重庆蓝焰燃气有限公司", " 甲", "name"),
    ("重庆蓝焰燃气有限公司", #"甲\u0000乙"#, "name"), ("重庆蓝焰燃气有限公司", #"甲\u202e乙"#, "name"),
    ("重庆蓝焰燃气有限公司", #"甲\n乙"#, "name"),
    ("重庆蓝焰燃气有限公司", String(repeating: "名", count: 101), "name"),
    (#""name":"重庆蓝焰燃气有限公司","#, "", "name"),
    ("张伟", "", "legal_representative"), ("张伟", "张伟 ", "legal_representative"),
    ("张伟", String(repeating: "名", count: 51), "legal_representative"),
    (#""legal_representative":"张伟","#, "", "legal_representative"),
    ("李娜", "", "administrator.name"), ("李娜", #"李\u200b娜"#, "administrator.name"),
    ("13900000000", "1390000000", "administrator.mobile"),
    ("13900000000", "139000000000", "administrator.mobile"),
    ("13900000000", "12900000000", "administrator.mobile"),
    ("13900000000", "17100000000", "administrator.mobile"),
    ("13900000000", "17900000000", "administrator.mobile"),
    ("13900000000", "1390000000a", "administrator.mobile"),
    ("13900000000", "+8613900000", "administrator.mobile"),
    (#""13900000000""#, "13900000000", "administrator.mobile"),
    ("li.na@example.com", "", "administrator.email"),
    ("li.na@example.com", "li.na", "administrator.email"),
    ("li.na@example.com", "a@b.com,c@d.com", "administrator.email"),
    ("li.na@example.com", "a@b@c.com", "administrator.email"),
    ("li.na@example.com", "li.na@example", "administrator.email"),
    (#""email":"li.na@example.com""#, #""email":null"#, "administrator.email"),
    (#""name":"李娜""#, #""name":"李娜","fax":"1""#, "administrator.fax"),
    ("重庆市渝北区金开大道 1 号", "", "delivery_address"),
    ("重庆市渝北区金开大道 1 号", String(repeating: "址", count: 201), "delivery_address"),
    ("91350100M000100Y43", "91350100M000100Y44", "credit_code"),
    ("91350100M000100Y43", "91350100m000100y43", "credit_code"),
    ("91350100M000100Y43", "91350100M000100Y4", "credit_code"),
    ("91350100M000100Y43", "91350100I000100Y43", "credit_code"),
    (#","credit_code":"91350100M000100Y43""#, "", "credit_code"),
    (
      #""credit_code":"91350100M000100Y43""#,
      #""credit_code":"91350100M000100Y43","tax_no":"110108D2143569X""#, "tax_no"
    ),
    (
      #""credit_code":"91350100M000100Y43""#,
      #""licence_no":"110108000000016","organisation_code":"D2143569-1","tax_no":"110108D2143569X""#,
      "organisation_code"
    ),
    (
      #""credit_code":"91350100M000100Y43""#,
      #""licence_no":"11010800000001","organisation_code":"D2143569-X","tax_no":"110108D2143569X""#,
      "licence_no"
    ),
    (
      #""credit_code":"91350100M000100Y43""#,
      #""licence_no":"110108000000016","organisation_code":"D2143569-X""#, "tax_no"
    ),
    (#"{"username""#, #"{"password":"x","username""#, "password"),
  ]

  private func register(
    _ document: String, password: String = TestExchange.password + "\n"
  ) throws -> Ran {
    let file = exchange.directory.file("member.json")
    try Data(document.utf8).write(to: URL(fileURLWithPath: file))
    return Ran(
      ["member", "register", "--file", file, "--password-stdin", "--db", exchange.path, "--json"],
      input: GivenInput(password))
  }

  /// The bytes of the database and its log.
  private func bytes() throws -> [Data] {
    try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: exchange.path + $0)) }
  }

  @Test func `a registration that is not acceptable names its field and stores nothing`() throws {
    #expect(MemberRegisterTests.invalid.count >= 40)
    let before = (try exchange.rowCounts(), try bytes())
    for (old, new, field) in MemberRegisterTests.invalid {
      let document = MemberRegisterTests.document.replacing(old, with: new)
      #expect(document != MemberRegisterTests.document, "\(old)")
      let ran = try register(document)
      #expect(ran.exit == 65 && ran.output.isEmpty, "\(new)")
      #expect(ran.errors.contains("`\(field)`"), "\(field): \(ran.errors)")
    }
    #expect(try exchange.rowCounts() == before.0)
    #expect(try bytes() == before.1)
  }

  @Test(arguments: [
    "", "Short-1A\n", "alllowercase\n", "NoDigitsHere!\n", "Blueflame01!\n", "13900000000Aa!\n",
    "Aa1!" + String(repeating: "x", count: 130) + "\n",
  ])
  func `a password that is not acceptable stores nothing`(password: String) throws {
    let before = (try exchange.rowCounts(), try bytes())
    let ran = try register(MemberRegisterTests.document, password: password)
    #expect(ran.exit == (password.isEmpty ? 64 : 65))
    #expect(!ran.errors.contains(password.trimmingCharacters(in: .newlines)) || password.isEmpty)
    #expect(try exchange.rowCounts() == before.0)
    #expect(try bytes() == before.1)
  }

  @Test(arguments: ["{", "[]", "null", "{\"username\":\"a\",\"username\":\"b\"}", ""])
  func `a file that is no registration ends in 65`(document: String) throws {
    #expect(try register(document).exit == 65)
  }

  @Test func `a file that is not there ends in 66`() {
    let ran = Ran(["member", "register", "--file", "/nowhere/m.json", "--db", exchange.path])
    #expect(ran.exit == 66)
  }

  @Test func `a registration answers with the new tenant, and a second one conflicts`() throws {
    let dry = try register(MemberRegisterTests.document)
    #expect(
      dry.output
        == #"{"tenant":"M000001","username":"blueflame01","state":"registered"}"# + "\n")
    #expect(dry.exit == 0)
    let taken = try register(MemberRegisterTests.document)
    #expect(taken.exit == 76 && taken.errors.contains("identity-taken"))
    let renamed = MemberRegisterTests.document.replacing(
      "91350100M000100Y43", with: TestExchange.creditCode(7))
    let again = try register(renamed)
    #expect(again.exit == 76 && again.errors.contains("operator-exists"))
  }
}
