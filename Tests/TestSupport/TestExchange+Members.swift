public import Policy

@testable public import IAM

extension TestExchange {
  /// A registration that is acceptable; different numbers make different enterprises.
  public static func registration(
    _ username: String, number: Int = 1, mobile: String = "13900000000"
  ) throws -> MemberRegistration {
    try MemberRegistration([
      "username": .string(username), "name": .string("蓝焰燃气\(number)号公司"),
      "legal_representative": "张伟",
      "administrator": [
        "name": "李娜", "mobile": .string(mobile), "email": "li.na@blueflame.example.cn",
      ],
      "delivery_address": "重庆市渝北区金开大道 1 号",
      "credit_code": .string(creditCode(number)),
    ])
  }

  /// A credit code with a right check character (GB 32100-2015).
  public static func creditCode(_ number: Int) -> String {
    creditCode(body: "91350100M00" + String(1_000_000 + number).dropFirst())
  }

  /// The credit code that begins with these 17 characters.
  public static func creditCode(body: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var weight = 1
    var sum = 0
    for character in body {
      sum += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return body + String(alphabet[(31 - sum % 31) % 31])
  }

  /// A profile that is acceptable, without documents.
  public static func profile() throws -> ProfileSubmission {
    let profile = try MemberProfile([
      "regions": ["重庆", "四川"], "applicant": "buyer", "annual_volume": "1200.5",
      "enterprise_type": "有限责任公司",
    ])
    return try ProfileSubmission(profile) { _ in [] }
  }

  /// A bank account that is acceptable.
  public static func bank() throws -> BankBinding {
    try BankBinding(
      bank: "中国银行重庆分行", accountNumber: "6217000012345678", holder: "蓝焰燃气1号公司")
  }

  /// Registers a member and takes it step by step to a state, with PNG as its first qualification.
  ///
  /// - Parameter isLaterReview: goes on from `approved` to a review of LNG.
  /// - Returns: its code.
  public func member(
    _ username: String, _ state: Tenant.State, number: Int = 1, isLaterReview: Bool = false
  ) throws -> String {
    let registration = try TestExchange.registration(username, number: number)
    let password = try registry.hashPassword(Secret(password: TestExchange.password))
    let code = try registry.change(as: .nobody) {
      try $0.registerMember(registration, password: password).tenant.text
    }
    if state == .registered { return code }
    let master = Username(unchecked: username)
    try registry.change(as: .unchecked(master)) { try $0.setProfile(try TestExchange.profile()) }
    if state == .profiled { return code }
    try registry.change(as: .unchecked(master)) { try $0.bindBank(try TestExchange.bank()) }
    if state == .bankBound { return code }
    try registry.change(as: .unchecked(master)) { try $0.apply(for: ["PNG"]) }
    if state == .underReview, !isLaterReview { return code }
    try registry.change(as: .unchecked(TestExchange.staff)) { change in
      switch state {
      case .rejected: try change.rejectMember(code, reason: "证件不清")
      case .supplement: try change.askForSupplement(code, reason: "补充营业执照")
      default: try change.approveMember(code)
      }
      if state == .suspended { try change.suspendMember(code, reason: "保证金不足") }
      if state == .closed { try change.closeMember(code, reason: "退出市场") }
    }
    if isLaterReview {
      try registry.change(as: .unchecked(master)) { try $0.apply(for: ["LNG"]) }
    }
    return code
  }

  /// The number of rows in every table that registration writes to, and the audit trail.
  public func rowCounts() throws -> [Int64] {
    try registry.inquire(as: .nobody) { inquiry in
      let counts = try inquiry.reading.first(
        """
        SELECT (SELECT count(*) FROM tenant), (SELECT count(*) FROM registration),
          (SELECT count(*) FROM operator), (SELECT count(*) FROM user_group),
          (SELECT count(*) FROM credential), (SELECT count(*) FROM entitled_menu),
          (SELECT count(*) FROM audit), (SELECT sum(value) FROM counter)
        """
      ) { row in try (0..<8).map { try row.int($0) } }
      return counts ?? []
    }
  }
}

extension TestExchange {
  /// A session of an operator, open for four hours, without a login.
  ///
  /// - Parameter start: when it began; the test clock's present unless told otherwise.
  public func session(of username: String, from start: Instant? = nil) throws -> SessionToken {
    let token = try SessionToken(randomness: .system)
    let start = start ?? clock.now
    try registry.change(as: .nobody) { change in
      try change.perform(Intent("test.session", in: 1, on: username, need: .nothing)) {
        try change.execute(
          """
          INSERT INTO session (id, token_digest, operator_id, created_at, expires_at, idle_limit,
            last_seen_at)
          SELECT ?1, ?2, id, ?3, ?3 + 14400000, 900000, ?3 FROM operator WHERE username = ?4
          """, try change.nextID("session"), token.digest.bytes, start.milliseconds, username)
        return Recorded()
      }
    }
    return token
  }
}
