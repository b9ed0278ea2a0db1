import IAM
import Testing

@testable import AdminCLI

/// The commands about operators and all that is given to them. B1–B7, C3–C7.
@Suite struct OperatorCommandTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func `a trader is made and given permissions, told in Chinese`() {
    let differences = office.differences(
      """
      $ iamctl operator create trader-001 --name 张三 --mobile 13812345678 --lang zh
      operator\ttrader-001
      one_time_password\t⟨password⟩
      expires_at\t⟨time⟩
      一次性密码只显示这一次，请当面或另行安全地交给本人；首次登录须修改
      $ iamctl menu-group create 交易员 --preset trader --lang zh
      已新增菜单权限组 `交易员`
      $ iamctl product-group create 天然气 --lang zh
      已新增产品权限组 `天然气`
      $ iamctl product-group add 天然气 PNG --lang zh
      `天然气` 已加入：PNG
      $ iamctl operator assign trader-001 --menu-group 交易员 --product-group 天然气 --account '*' --lang zh
      已授予 `trader-001`：交易员, 天然气, *
      $ iamctl operator list --lang zh
      master-01\t管理员\t默认用户组\tactive\ttrue\t\t⟨time⟩\t
      trader-001\t张三\t默认用户组\tactive\tfalse\t\t⟨time⟩\t
      $ iamctl menu-group delete 交易员 --yes --lang zh
      error: 菜单权限组 `交易员` 仍在使用：trader-001
      hint: 先解除上述引用
      [76]
      """)
    #expect(differences == [])
  }

  @Test func `departments, roles and separations are told in English`() {
    let differences = office.differences(
      """
      $ iamctl group create Trading --lang en
      created the user group `Trading`
      $ iamctl group pool Trading --add-menu trade --add-product PNG --add-account '*' --lang en
      changed the pool of `Trading`
      $ iamctl role create trader --lang en
      created the role `trader`
      $ iamctl role create clerk --lang en
      created the role `clerk`
      $ iamctl role grant trader --menu trade --product PNG --lang en
      added to the role `trader`
      $ iamctl group assign Trading --role trader --account '*' --lang en
      `Trading` hands down: *, trader
      $ iamctl separation create apart --static --limit 2 trader clerk --lang en
      created the separation set `apart`
      $ iamctl operator create clerk-001 --name Li --group Trading --lang en
      operator\tclerk-001
      one_time_password\t⟨password⟩
      expires_at\t⟨time⟩
      the one-time password is shown only this once: hand it over safely; the first login asks for a new one
      $ iamctl operator assign clerk-001 --role clerk --lang en
      error: separation of duty `apart`: `clerk-001` would hold clerk, trader
      hint: take one of the roles away first
      [76]
      $ iamctl separation check --lang en
      $ iamctl group list --lang en
      默认用户组\t\t0\t\t1
      Trading\t默认用户组\t1\t\t1
      """)
    #expect(differences == [])
  }

  @Test func `answers for programs have the keys of the contract`() throws {
    let created = office.run("operator create trader-001 --name Zhang --json")
    let answer = try JSONValue(reading: Array(created.output.utf8))
    #expect(created.exit == 0)
    #expect(answer["operator"] == "trader-001")
    #expect(answer["one_time_password"] != nil)
    #expect(answer["expires_at"] != nil)
    let role = try JSONValue(reading: Array(office.run("role create r --json").output.utf8))
    #expect(role["role"] == "r")
    #expect(role["revision"] != nil)
    let shown = office.run("operator show trader-001 --json")
    let details = try JSONValue(reading: Array(shown.output.utf8))
    #expect(details["pending"] == ["login-password", "payment-password"])
    #expect(details["holdings"] == [])
  }

  @Test(arguments: [
    ("operator assign trader-001", 64), ("operator create x --name Li", 65),
    ("operator create trader-002 --name Li --mobile 123", 65), ("operator show nobody-01", 67),
    ("operator show x", 67), ("operator assign master-01 --menu trade", 77),
    ("menu-group show none", 67), ("menu-group create A --preset boss", 67),
    ("operator list --group none", 67), ("role grant none --menu trade", 67),
    ("separation create s --static --limit 2 a b", 67), ("separation create s --limit 2 a b", 64),
    ("group admin none", 64), ("group delete 默认用户组 --yes", 76),
    ("operator assign master-01 --menu trade --until x", 65),
    ("operator list --tenant M999999", 67), ("group pool none", 64),
  ])
  func `each refusal has its exit code`(line: String, exit: Int32) {
    let ran = office.run(line)
    #expect(ran.exit == exit)
    #expect(ran.output.isEmpty)
  }

  @Test func `what is not held is told from what is not there`() {
    #expect(office.run("group create Trading").exit == 0)
    let notHeld = office.run("group pool Trading --remove-product PNG")
    #expect(notHeld.exit == 67)
    #expect(notHeld.errors.contains("the product `PNG` is not in it"))
    let unknown = office.run("group pool Trading --remove-product NO.SUCH")
    #expect(unknown.exit == 67)
    #expect(unknown.errors.contains("there is no product `NO.SUCH`"))
  }

  @Test func `a dry run changes nothing`() {
    #expect(office.run("role create trader --dry-run").exit == 0)
    #expect(office.run("role show trader").exit == 67)
  }

  @Test func `an untouched account is a yes, a touched one a no that says what differs`() throws {
    #expect(office.run("operator verify-untouched").exit == 0)
    #expect(office.run("group create Trading").exit == 0)
    let ran = office.run("operator verify-untouched --json")
    #expect(ran.exit == 1)
    let answer = try JSONValue(reading: Array(ran.output.utf8))
    #expect(answer["untouched"] == false)
    #expect(answer["differences"] == [["kind": "group", "name": "Trading"]])
  }
}
