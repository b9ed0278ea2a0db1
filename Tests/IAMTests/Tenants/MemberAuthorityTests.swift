import Policy
import TestSupport
import Testing

@testable import IAM

/// Who may do what to a member: nobody sees another tenant, and only staff do what is theirs.
struct MemberAuthorityTests {
  let exchange: TestExchange
  let master = Username(unchecked: "blueflame01")

  init() throws {
    exchange = try TestExchange()
    _ = try exchange.member("blueflame01", .approved)
    _ = try exchange.member("greenflame01", .underReview, number: 2)
  }

  static let staffCommands: [@Sendable (borrowing Change, String) throws -> Void] = [
    { try $0.approveMember($1) },
    { try $0.rejectMember($1, reason: "理由") },
    { try $0.askForSupplement($1, reason: "理由") },
    { try $0.suspendMember($1, reason: "理由") },
    { try $0.resumeMember($1) },
    { try $0.closeMember($1, reason: "理由") },
    { try $0.entitle($1, menus: ["trade"], products: []) },
    { try $0.disentitle($1, menus: ["trade"], products: []) },
    {
      _ = try $0.createInstitution(
        name: "机构", organisationCode: "D2143569X", under: $1,
        password: IssuedPassword($0.services))
    },
    { change, _ in try change.importCatalogue(["menus": []]) },
  ]

  @Test func `a member is denied what staff do, whatever it names, and the trail keeps it`() throws
  {
    let audit = try exchange.rowCounts()[6]
    let names = ["M000001", "M000002", "M999999", "EX", "no code"]
    for command in MemberAuthorityTests.staffCommands {
      for name in names {
        let error = #expect(throws: IAMError.self) {
          try exchange.registry.change(as: .unchecked(master)) { try command($0, name) }
        }
        guard case .denied(.outsideEntitlement, let menu) = error, menu.root.text == "exchange"
        else { throw try #require(error) }
      }
    }
    let denials = names.count * MemberAuthorityTests.staffCommands.count
    #expect(try exchange.rowCounts()[6] == audit + Int64(denials))
  }

  /// Only staff act as staff: whoever else reaches into another tenant has no authority there, even
  /// by an operation that asks for none.
  @Test func `a member's operator does not register another member in its own name`() throws {
    let registration = try TestExchange.registration("redflame-01", number: 7)
    let password = try exchange.registry.hashPassword(Secret(password: TestExchange.password))
    let before = try exchange.rowCounts()
    #expect(throws: IAMError.refused([.operatorNotYours(Username(unchecked: "redflame-01"))])) {
      try exchange.registry.change(as: .unchecked(master)) {
        _ = try $0.registerMember(registration, password: password)
      }
    }
    #expect(try exchange.rowCounts()[0] == before[0])
    try exchange.registry.change(as: .nobody) {
      _ = try $0.registerMember(registration, password: password)
    }
  }

  @Test func `staff who name a tenant that is not there find nothing`() throws {
    for command in MemberAuthorityTests.staffCommands.dropLast() {
      for name in ["M999999", "EX", "m000001", "", "no code"] {
        #expect(throws: IAMError.notFound(.tenant, name)) {
          try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
            try command($0, name)
          }
        }
      }
    }
  }

  @Test func `nobody is told to log in`() throws {
    for command in MemberAuthorityTests.staffCommands {
      #expect(throws: IAMError.notLoggedIn) {
        try exchange.registry.change(as: .nobody) { try command($0, "M000001") }
      }
    }
  }

  @Test func `staff without the menu are denied`() throws {
    let clerk = Username(unchecked: "clerk-0001")
    try exchange.registry.change(as: .nobody) { change in
      try change.perform(Intent("test.clerk", in: 1, on: clerk.text, need: .nothing)) {
        let root = try change.reading.rootGroup(of: 1)
        let id = try change.insertOperator(
          NewOperator(username: clerk, name: "职员", tenant: 1, home: root))
        try change.setCredential(.login, of: id, hash: "none")
        return Recorded()
      }
    }
    for command in MemberAuthorityTests.staffCommands {
      let error = #expect(throws: IAMError.self) {
        try exchange.registry.change(as: .unchecked(clerk)) { try command($0, "M000001") }
      }
      guard case .denied(.menuNotGranted, _) = error else { throw try #require(error) }
    }
  }

  @Test(arguments: ["M000002", "M999999", "EX", "no code"])
  func `another tenant is not there, with one text for all`(name: String) throws {
    #expect(throws: IAMError.notFound(.tenant, name)) {
      try exchange.registry.inquire(as: .unchecked(master)) { try $0.member(name) }
    }
    #expect(throws: IAMError.notFound(.tenant, name)) {
      try exchange.registry.change(as: .unchecked(master)) { try $0.memberInFull(name) }
    }
    #expect(throws: IAMError.notFound(.tenant, name)) {
      try exchange.registry.inquire(as: .unchecked(master)) { try $0.accounts(of: name) }
    }
    #expect(throws: IAMError.notFound(.tenant, name)) {
      try exchange.registry.change(as: .unchecked(master)) {
        try $0.setProfile(try TestExchange.profile(), of: name)
      }
    }
  }

  @Test func `staff list members, a member lists none`() throws {
    let all = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) {
      try $0.members()
    }
    #expect(all.map(\.tenant.text) == ["M000001", "M000002"])
    let waiting = try exchange.registry.inquire(as: .unchecked(TestExchange.staff)) {
      try $0.members(in: .underReview)
    }
    #expect(waiting.map(\.tenant.text) == ["M000002"])
    #expect(throws: IAMError.self) {
      try exchange.registry.inquire(as: .unchecked(master)) { try $0.members() }
    }
  }

  @Test func `personal data is masked, whole only on the record, and locked without its key`()
    throws
  {
    let own = Identity.unchecked(master)
    let masked = try exchange.registry.inquire(as: own) { try $0.member() }
    #expect(masked.registration?.mobile == .shown("139****0000"))
    #expect(masked.registration?.email == .shown("l****@blueflame.example.cn"))
    #expect(masked.registration?.deliveryAddress == .shown("重庆市****"))
    #expect(masked.bank?.accountNumber == .shown("****5678"))
    let audit = try exchange.rowCounts()[6]
    for identity in [own, .unchecked(TestExchange.staff)] {
      let whole = try exchange.registry.change(as: identity) { try $0.memberInFull("M000001") }
      #expect(whole.registration?.mobile == .shown("13900000000"))
      #expect(whole.bank?.accountNumber == .shown("6217000012345678"))
    }
    #expect(try exchange.rowCounts()[6] == audit + 2)
    var services = exchange.registry.services
    services.vault = nil
    let blind = try Registry(opening: exchange.path, services: services)
    let locked = try blind.inquire(as: own) { try $0.member() }
    #expect(locked.registration?.mobile == .locked && locked.bank?.accountNumber == .locked)
    #expect(throws: IAMError.keyUnavailable) {
      try blind.change(as: own) { try $0.memberInFull() }
    }
  }

  @Test func `staff change a profile that was submitted, and only staff`() throws {
    let profile = try MemberProfile(
      RegistrationExamples.profile.setting("applicant", to: "seller"))
    let submission = try ProfileSubmission(profile) { _ in Array("%PDF-1.7".utf8) }
    #expect(throws: IAMError.conflict(.profileSubmitted)) {
      try exchange.registry.change(as: .unchecked(master)) { try $0.setProfile(submission) }
    }
    try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
      try $0.setProfile(submission, of: "M000001")
    }
    let details = try exchange.registry.inquire(as: .unchecked(master)) { try $0.member() }
    #expect(details.summary.state == .approved && details.profile?.applicant == "seller")
    #expect(details.profile?.documents.map(\.name) == ["licence.pdf"])
    #expect(
      details.profile?.documents.first?.digest == Digest.sha256(Array("%PDF-1.7".utf8)).hexadecimal)
  }

  @Test func `a document has a byte at least and two mebibytes at most`() throws {
    let profile = try MemberProfile(RegistrationExamples.profile)
    let most = ProfileDocument.maximumByteCount
    _ = try ProfileSubmission(profile) { _ in [UInt8](repeating: 0, count: most) }
    for count in [0, most + 1] {
      let error = #expect(throws: IAMError.self) {
        try ProfileSubmission(profile) { _ in [UInt8](repeating: 0, count: count) }
      }
      guard case .invalid(path: "documents[0].path", reason: _) = error else {
        throw try #require(error)
      }
    }
  }

  @Test func `a reason must be one that people can read`() throws {
    for reason in ["", " ", "a\u{202E}b", String(repeating: "长", count: 201)] {
      let error = #expect(throws: IAMError.self) {
        try exchange.registry.change(as: .unchecked(TestExchange.staff)) {
          try $0.rejectMember("M000002", reason: reason)
        }
      }
      guard case .invalid(path: "reason", reason: _) = error else { throw try #require(error) }
    }
  }
}
