import IAM
import Policy
import TestSupport
import Testing

/// The example of the README: the lines of its function stand there as they stand here.
@Suite struct ReadmeExample {
  private func mayList(_ path: String) throws -> Bool {
    let checker = try PermissionChecker(database: path)  // Sendable: one a process
    let reader = checker.reader()  // one a thread or task
    let question = Check(
      operator: "master-01", menu: "trade.listing.create",
      product: "PNG.SH.D1", account: "T000001-GAS-01",
      session: SessionFacts(paymentVerified: true))
    let answer = try reader.check(question)
    for reason in answer.reasons { print("denied: \(reason.rawValue)") }
    print("decided on revision \(answer.revision), scope \(answer.scope.rawValue)")
    return answer.isAllowed
  }

  @Test func `a service asks whether a master may list, and is told yes`() throws {
    let exchange = try TestExchange()
    try exchange.addMember(Username(unchecked: "master-01"))
    #expect(try mayList(exchange.path))
  }
}
