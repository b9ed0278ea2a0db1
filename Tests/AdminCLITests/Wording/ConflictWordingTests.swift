import IAM
import Policy
import Testing

@testable import AdminCLI

/// What stands in the way is told in the words of the lists, with a way on that exists.
struct ConflictWordingTests {
  @Test(arguments: [
    (Noun.operator, "pending", "待启用"), (.operator, "offboarded", "已注销"),
    (.account, "closed", "已关闭"), (.resetRequest, "pending", "待复核"),
    (.resetRequest, "executed", "已执行"), (.resetRequest, "void", "void"),
  ])
  func `a state has the name that the lists give it`(noun: Noun, code: String, title: String) {
    let message = Conflict.state(noun, "x", is: code).message
    #expect(message.zh.hasSuffix("当前状态为：\(title)"))
    #expect(message.en.hasSuffix(" is \(code)"))
  }

  @Test func `nobody is told to have the exchange's own menus opened`() {
    let own = IAMError.denied(
      .outsideEntitlement, menu: MenuCode(unchecked: "exchange.members.review"))
    #expect(own.commandFailure.hint?.en == "a member of the exchange's staff who may does this")
    let open = IAMError.denied(.outsideEntitlement, menu: MenuCode(unchecked: "accounts.view"))
    #expect(open.commandFailure.hint?.en.contains("member entitle") == true)
    let later = IAMError.denied(
      .firstLoginIncomplete, menu: MenuCode(unchecked: "exchange.members.review"))
    #expect(later.commandFailure.hint?.en == "run `iamctl setup`")
  }

  @Test func `what is in use says who uses it, and how many others`() {
    let unseen = IAMError.conflict(.inUse(.role, "r", by: [], unseen: 1)).commandFailure
    #expect(
      unseen.message
        == Text(
          zh: "角色 `r` 仍在使用：有 1 人不在您的管理范围内",
          en: "the role `r` is still in use: 1 operator who is not yours to see"))
    #expect(unseen.hint?.en.contains("an administrator above") == true)
    let seen = IAMError.conflict(.inUse(.role, "r", by: ["a", "b"])).commandFailure
    #expect(
      seen.message == Text(zh: "角色 `r` 仍在使用：a、b", en: "the role `r` is still in use: a, b"))
    #expect(unseen.exit == .conflict && seen.exit == .conflict)
  }

  @Test func `a refusal about people who are not seen has its code and no name`() throws {
    let set = try #require(Name("s"))
    for (grievance, code, exit) in [
      (Violation.Grievance.notYours, "operator-not-yours", ExitCode.notPermitted),
      (.gain, "outside-authority", .notPermitted),
      (.separation(set), "separation-of-duty", .conflict),
    ] {
      let failure = IAMError.refused([.unseen(grievance, count: 2)]).commandFailure
      #expect(failure.code == code && failure.exit == exit)
      #expect(failure.message.en.contains("2 operators who are not yours to see"))
      #expect(failure.message.zh.contains("有 2 人不在您的管理范围内"))
    }
  }
}
