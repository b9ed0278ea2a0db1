import Policy
import TestSupport
import Testing

@testable import IAM

/// Separation of duty. ANSI INCITS 359-2012.
@Suite struct SeparationTests {
  private let firm: Firm
  private let set = Separation(name: "交易结算分离", kind: .static, limit: 2, roles: ["交易员", "结算员"])

  init() throws {
    firm = try Firm()
    try firm.hire("trader-001")
    try firm.act { change in
      for role in ["交易员", "结算员", "主管"] as [Name] { try change.createRole(role) }
    }
  }

  private var violation: IAMError {
    .refused([.separation(name: set.name, "trader-001", roles: ["交易员", "结算员"])])
  }

  @Test func `two roles of a set are refused, given in one step or in two`() throws {
    try firm.act { try $0.createSeparation(set) }
    #expect(
      try refusal {
        try firm.act { try $0.assign(Assignment(roles: ["交易员", "结算员"]), to: "trader-001") }
      } == violation)
    try firm.act { try $0.assign(Assignment(roles: ["交易员"]), to: "trader-001") }
    #expect(
      try refusal {
        try firm.act { try $0.assign(Assignment(roles: ["结算员"]), to: "trader-001") }
      } == violation)
  }

  @Test func `they are refused by inclusion, through a group, and by moving`() throws {
    try firm.act { change in
      try change.createSeparation(set)
      try change.createGroup("结算部")
      try change.assign(Assignment(roles: ["交易员", "主管"]), to: "trader-001")
      try change.assign(Assignment(roles: ["结算员"]), toGroup: "结算部")
    }
    let attempts: [(borrowing Change) throws -> Void] = [
      { try $0.grant(RoleParts(roles: ["结算员"]), toRole: "主管") },
      { try $0.assign(Assignment(roles: ["结算员"]), toGroup: .rootGroup) },
      { try $0.moveOperator("trader-001", to: "结算部") },
      { try $0.joinGroup("trader-001", "结算部") },
    ]
    for attempt in attempts { #expect(try refusal { try firm.act(attempt) } == violation) }
  }

  @Test func `they are refused where they would meet later only`() throws {
    let now = firm.exchange.clock.now
    try firm.act { change in
      try change.createSeparation(set)
      try change.assign(
        Assignment(roles: ["交易员"]), to: "trader-001",
        validity: Validity(until: now + .seconds(100)))
      try change.assign(
        Assignment(roles: ["结算员"]), to: "trader-001",
        validity: Validity(from: now + .seconds(100)))
    }
    #expect(
      try refusal {
        try firm.act {
          try $0.assign(
            Assignment(roles: ["结算员"]), to: "trader-001",
            validity: Validity(from: now + .seconds(99)))
        }
      } == violation)
  }

  @Test func `a set that somebody violates is refused, or only records`() throws {
    try firm.act { try $0.assign(Assignment(roles: ["交易员", "结算员"]), to: "trader-001") }
    #expect(try refusal { try firm.act { try $0.createSeparation(set) } } == violation)
    var recording = set
    recording.mode = .record
    try firm.act { try $0.createSeparation(recording) }
    let found = try firm.ask { try $0.separationViolations() }
    #expect(
      found == [
        SeparationViolation(
          separation: set.name, kind: .static, mode: .record, username: "trader-001",
          session: nil, roles: ["交易员", "结算员"])
      ])
    try firm.act { try $0.unassign(Assignment(roles: ["结算员"]), from: "trader-001") }
    #expect(try firm.ask { try $0.separationViolations() } == [])
  }

  @Test func `a limit outside 2 to the number of roles, or an unknown role, is refused`() throws {
    for limit in [-1, 1, 3] {
      var wrong = set
      wrong.limit = limit
      let refused = try refusal { try firm.act { try $0.createSeparation(wrong) } }
      #expect(refused?.code == "invalid-limit")
    }
    var wrong = set
    wrong.roles = ["交易员", "没有"]
    #expect(
      try refusal { try firm.act { try $0.createSeparation(wrong) } } == .notFound(.role, "没有"))
    try firm.act { try $0.createSeparation(set) }
    #expect(
      try refusal { try firm.act { try $0.createSeparation(set) } }
        == .conflict(.exists(.separation, set.name.text)))
    try firm.act { try $0.deleteSeparation(set.name) }
    #expect(try firm.ask { try $0.separations() } == [])
  }

  @Test func `only the master makes sets, not an administrator of a group`() throws {
    try firm.department("交易部", administeredBy: "admin-001")
    #expect(
      try refusal { try firm.act(as: "admin-001") { try $0.createSeparation(set) } }
        == .refused([.groupNotYours(.rootGroup)]))
  }

  @Test func `of system, security and audit no member of staff has two`() throws {
    let exchange = try TestExchange()
    let registry = exchange.registry
    let password = IssuedPassword(text: "-", hash: registry.services.hasher.standIn)
    try registry.change(as: .unchecked(TestExchange.staff)) { change in
      _ = try change.createOperator(
        OperatorDraft(username: "staff-002", name: PersonName("某人")), password: password)
      try change.assign(Assignment(roles: [StaffDuty.system.role]), to: "staff-002")
    }
    for duty in [StaffDuty.security, .audit] {
      #expect(
        try refusal {
          try registry.change(as: .unchecked(TestExchange.staff)) {
            try $0.assign(Assignment(roles: [duty.role]), to: "staff-002")
          }
        }
          == .refused([
            .separation(
              name: StaffDuty.separation, "staff-002",
              roles: [StaffDuty.system.role, duty.role].sorted())
          ]))
    }
    #expect(
      try refusal {
        try registry.change(as: .unchecked(TestExchange.staff)) {
          try $0.deleteSeparation(StaffDuty.separation)
        }
      } == .conflict(.builtIn(.separation, StaffDuty.separation.text)))
  }
}
