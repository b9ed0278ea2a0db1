import IAM
import Policy
import TestSupport

@testable import IAM

/// A member with two groups, each with an administrator and a trader at home in it. The role `r`
/// is held by the trader of the second group, where somebody has left too.
struct Departments {
  static let administrator: Username = "admin-a1"
  let member: ConfiguredMember

  init() throws {
    member = try ConfiguredMember()
    try member.apply(
      #""roles":[{"name":"r","menus":["trade.listing.view"]},{"name":"q"}],"groups":["#
        + #"{"name":"dept-a","pool":"all","roles":["q"],"admins":["admin-a1"]},"#
        + #"{"name":"dept-b","pool":"all","roles":["q"],"admins":["admin-b1"]}],"operators":["#
        + Self.administrator("admin-a1", in: "dept-a") + ","
        + Self.administrator("admin-b1", in: "dept-b") + ","
        + #"{"username":"trader-a1","name":"甲","group":"dept-a","menus":["trade.listing"]},"#
        + Self.trader + ","
        + #"{"username":"leaver-b1","name":"丙","group":"dept-b","state":"offboarded"}]"#)
    try member.exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.activate", in: 2, on: "test", need: .nothing)) {
        try change.execute("UPDATE operator SET state = 'active' WHERE state = 'pending'")
        return Recorded()
      }
    }
  }

  /// An administrator as a document lists it.
  static func administrator(_ username: String, in group: String) -> String {
    let menus = [
      "config", "operators", "menu-groups", "product-groups", "roles", "groups", "separation",
    ]
    return #"{"username":"\#(username)","name":"管","group":"\#(group)","menus":["#
      + menus.map { "\"\($0)\"" }.joined(separator: ",") + "]}"
  }

  /// The trader of the second group as a document lists it.
  static let trader =
    #"{"username":"trader-b1","name":"乙","group":"dept-b","products":["PNG"],"roles":["r"]}"#

  /// Applies as the administrator of the first group.
  @discardableResult
  func apply(
    _ sections: String, prune: Bool = false, dryRun: Bool = false
  ) throws -> [ConfigurationDifference] {
    try member.apply(sections, as: Self.administrator, prune: prune, dryRun: dryRun)
  }

  /// Makes a change as the administrator of the first group.
  func act(_ body: (borrowing Change) throws -> Void) throws {
    try member.exchange.registry.change(as: .unchecked(Self.administrator)) { try body($0) }
  }

  /// How many rows the trail has of documents applied by that administrator.
  func rows() throws -> [AuditEntry] {
    try member.exchange.registry.inquire(as: .unchecked(ConfiguredMember.master)) {
      try $0.auditEntries(AuditFilter(actor: Self.administrator.text, event: "config.apply"))
    }
  }
}
