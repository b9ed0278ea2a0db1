import Policy
import TestSupport

extension TestExchange {
  /// An exchange with a member whose operator `trader-001` may trade pipeline gas.
  static func withTrader() throws -> TestExchange {
    let exchange = try TestExchange()
    let member = try exchange.addMember(Username(unchecked: "master-01"))
    try exchange.addOperator(
      Username(unchecked: "trader-001"), in: member, Gift(menus: ["trade"], products: ["PNG"]))
    return exchange
  }
}
