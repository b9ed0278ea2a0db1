import TestSupport

@testable import AdminCLI
@testable import IAM

/// From an empty folder to a member with a trader and a clerk, told once and kept for every test.
///
/// - Source: A1–A13, B1–B6.
struct Story: Sendable {
  /// Where it was told. Tests that change something copy it.
  let stage: Stage
  /// What each command came to, by its name here, in the order of the story.
  let steps: [(name: String, ran: Ran)]

  /// The story, told the first time that somebody asks.
  static let told = Result { try Story() }

  static let staffPassword = "Hx7!rWq2#nLp9-Vd"
  static let masterPassword = "Tm5#kYz8!cRb3-Qf"
  static let paymentPassword = "Lc4#jZn7!xVt9-Hb"
  static let mobile = "13912349876"
  static let email = "wang.min.private@example.com"
  static let address = "重庆市渝北区金开大道六十八号"
  static let bankAccount = "6222020200998877"

  static let registration = """
    {"username":"sanxia-gas","name":"山城天然气有限公司","legal_representative":"李建国",
    "administrator":{"name":"王敏","mobile":"\(mobile)","email":"\(email)"},
    "delivery_address":"\(address)","credit_code":"91500000MA5U0DEM8Q"}
    """
  static let profile = """
    {"regions":["重庆","四川"],"applicant":"buyer","annual_volume":"12000.5",
    "enterprise_type":"城市燃气"}
    """

  /// What a step came to.
  subscript(name: String) -> Ran {
    for step in steps where step.name == name { return step.ran }
    preconditionFailure("the story has no step `\(name)`")
  }

  private init() throws {
    stage = try Stage()
    let registration = try stage.write(Story.registration.utf8, to: "registration.json")
    let profile = try stage.write(Story.profile.utf8, to: "profile.json")
    let lines = Story.members(registration: registration, profile: profile) + Story.operators
    var steps: [(name: String, ran: Ran)] = []
    for (name, person, line) in lines {
      let secret = Story.secrets[name].map { [$0] } ?? []
      steps.append((name: name, ran: stage.ran(person, line, secrets: secret)))
    }
    self.steps = steps
  }

  /// What is given on standard input, by the step's name.
  private static let secrets = [
    "init": staffPassword, "staff login": staffPassword, "register": masterPassword,
    "login": masterPassword, "login again": masterPassword, "payment set": paymentPassword,
    "payment verify": paymentPassword,
  ]

  private typealias Line = (name: String, person: String, line: String)

  /// From registration to the account, with every step also tried too early.
  private static func members(registration: String, profile: String) -> [Line] {
    let bank = "member bank bind --bank 工商银行 --account-no \(bankAccount) --holder 山城天然气"
    return [
      ("init", "staff", "init exch-admin-1"), ("staff login", "staff", "login exch-admin-1"),
      ("register", "master", "member register --file \(registration)"),
      ("login", "master", "login sanxia-gas"),
      ("bind before profile", "master", bank),
      ("apply before profile", "master", "member apply PNG"),
      ("account before profile", "master", "account open --market gas"),
      ("profile", "master", "member profile set --file \(profile)"),
      ("profile again", "master", "member profile set --file \(profile)"),
      ("apply before bind", "master", "member apply PNG"),
      ("account before bind", "master", "account open --market gas"),
      ("bind", "master", bank), ("ended session", "master", "whoami"),
      ("login again", "master", "login sanxia-gas"),
      ("account before apply", "master", "account open --market gas"),
      ("apply", "master", "member apply PNG"),
      ("account before approval", "master", "account open --market gas"),
      ("list", "staff", "member list --state under-review"),
      ("approve", "staff", "member approve M000001"),
      ("account", "master", "account open --market gas"),
      ("payment set", "master", "payment-password set"),
      ("payment verify", "master", "payment-password verify"),
    ]
  }

  /// Groups from the presets, a product group, two operators, and what they are ticked.
  private static let operators: [Line] = [
    ("menu group trader", "master", "menu-group create 交易交收员 --preset trader"),
    ("menu group settlement", "master", "menu-group create 结算员 --preset settlement"),
    ("product group", "master", "product-group create 管道气"),
    ("product", "master", "product-group add 管道气 PNG"),
    ("trader", "master", "operator create trader-001 --name 张三"),
    ("clerk", "master", "operator create clerk-001 --name 李四"),
    (
      "tick trader", "master",
      "operator assign trader-001 --menu-group 交易交收员 --product-group 管道气 "
        + "--account T000001-GAS-01"
    ),
    (
      "tick clerk", "master",
      "operator assign clerk-001 --menu-group 结算员 --account T000001-GAS-01"
    ),
  ]
}
