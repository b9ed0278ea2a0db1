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
}
