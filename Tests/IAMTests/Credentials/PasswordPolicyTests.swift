import Testing

@testable import IAM

/// A3, JR/T 0060-2021, SP 800-63B-4: the strictest of exchange, tenant and class, with origins.
struct PasswordPolicyTests {
  let administrator = PasswordHolder(isAdministrator: true)
  let other = PasswordHolder(isAdministrator: false)

  func exchange(_ profile: PasswordProfile) -> PasswordPolicyLayer {
    PasswordPolicyLayer(authority: .exchange, profile: profile)
  }

  func failures(
    _ password: String, _ profile: PasswordProfile, _ holder: PasswordHolder
  ) throws -> [PasswordFailure] {
    try PasswordPolicy(exchange: exchange(profile), for: holder)
      .failures(of: Secret(password: password), context: PasswordContext())
  }

  @Test func `the default profile asks for the numbers of protection level three`() {
    let policy = PasswordPolicy(exchange: exchange(.mlps3), for: administrator)
    #expect(policy.minimumLength == 12)
    #expect(policy.maximumLength == 128)
    #expect(policy[.classes] == 4)
    #expect(policy[.history] == 5)
    #expect(policy[.maximumAge] == 90)
    let clerk = PasswordPolicy(exchange: exchange(.mlps3), for: other)
    #expect(clerk.minimumLength == 8)
    #expect(clerk[.maximumAge] == 180)
  }

  @Test func `length is refused on each side of each bound`() throws {
    #expect(try failures("vK7#mQ2", .mlps3, other) == [.tooShort(minimum: 8)])
    #expect(try failures("vK7#mQ2x", .mlps3, other).isEmpty)
    #expect(try failures("vK7#mQ2xT9!", .mlps3, administrator) == [.tooShort(minimum: 12)])
    #expect(try failures("vK7#mQ2xT9!p", .mlps3, administrator).isEmpty)
    #expect(try failures("vK7#m", .seed, other) == [.tooShort(minimum: 6)])
    #expect(try failures("vK7#mQ", .seed, other).isEmpty)
    #expect(try failures("vK7#mQ2xT9!pZ4wR8&nL", .seed, other).isEmpty)
    #expect(try failures("vK7#mQ2xT9!pZ4wR8&nLs", .seed, other) == [.tooLong(maximum: 20)])
    #expect(try failures("vkhmqzxtwpyrnl", .nist, other) == [.tooShort(minimum: 15)])
    #expect(try failures("vkhmqzxtwpyrnlg", .nist, other).isEmpty)
    let withKey = PasswordHolder(isAdministrator: false, hasKey: true)
    #expect(try failures("vkhmqzx", .nist, withKey) == [.tooShort(minimum: 8)])
    #expect(try failures("vkhmqzxt", .nist, withKey).isEmpty)
  }

  /// A3: at least two of the kinds digit, letter, symbol; capitals are no kind of their own.
  @Test func `the rule book counts kinds and protection level three counts classes`() throws {
    for password in ["vkhmqzxt", "VkHmQzXt", "82947163", "汽蛙琴湖雪松"] {
      #expect(try failures(password, .seed, other) == [.tooFewKinds(minimum: 2)])
    }
    for password in ["vkhmqz7t", "vkhmqz#t", "829471#3", "汽蛙琴湖雪松7"] {
      #expect(try failures(password, .seed, other).isEmpty)
    }
    for password in ["vkhmq#7t", "VKHMQ#7T", "vKhmq#wt", "vKhmqx7t"] {
      #expect(try failures(password, .mlps3, other) == [.tooFewClasses(minimum: 4)])
    }
    #expect(try failures("vKhmq蛙7t", .mlps3, other).isEmpty)
  }

  @Test func `every broken rule is reported at once`() throws {
    #expect(
      try failures("123456", .mlps3, administrator) == [
        .tooShort(minimum: 12), .tooFewClasses(minimum: 4), .predictable(.sequence),
      ])
    #expect(
      try failures("\u{7}\u{7}\u{7}\u{7}\u{7}", .seed, other) == [
        .tooShort(minimum: 6), .tooFewKinds(minimum: 2), .unprintable, .predictable(.repetition),
      ])
    #expect(try failures("vK7#mQ2x\u{378}", .mlps3, other) == [.unprintable])
  }

  @Test func `each effective rule names its origin and the stricter value wins`() throws {
    var tenant = PasswordPolicyLayer(authority: .tenant, profile: nil)
    try tenant.set(.minimumLength, to: 10)
    try tenant.set(.history, to: 5)
    try tenant.set(.maximumAge, to: 60, administratorsOnly: true)
    let policy = PasswordPolicy(exchange: exchange(.mlps3), tenant: tenant, for: administrator)
    #expect(policy[.minimumLength] == 12)
    #expect(policy.rules[.minimumLength]?.origin.code == "exchange.profile.mlps3")
    #expect(policy.rules[.history]?.origin.code == "exchange.profile.mlps3")
    #expect(policy[.maximumAge] == 60)
    #expect(policy.rules[.maximumAge]?.origin.code == "tenant.administrators")
    let clerk = PasswordPolicy(exchange: exchange(.mlps3), tenant: tenant, for: other)
    #expect(clerk[.minimumLength] == 10)
    #expect(clerk.rules[.minimumLength]?.origin.code == "tenant.everyone")
    #expect(clerk[.maximumAge] == 180)
  }

  @Test func `a tenant can never loosen a rule`() throws {
    let strict = exchange(.mlps3)
    for profile in PasswordProfile.allCases {
      for rule in PasswordRule.allCases {
        for value in [rule.bounds.lowerBound, rule.bounds.upperBound] {
          var tenant = PasswordPolicyLayer(authority: .tenant, profile: profile)
          try tenant.set(rule, to: value)
          for holder in [administrator, other] {
            let without = PasswordPolicy(exchange: strict, for: holder)
            let with = PasswordPolicy(exchange: strict, tenant: tenant, for: holder)
            for (rule, least) in without.rules {
              let effective = try #require(with[rule])
              #expect(rule.stricter(effective, least.value) == effective)
            }
          }
        }
      }
    }
  }

  @Test func `setting a looser value is refused with what it falls below`() throws {
    var tenant = PasswordPolicyLayer(authority: .tenant, profile: nil)
    try tenant.set(.minimumLength, to: 7)
    let least = try #require(
      PasswordPolicy(exchange: exchange(.mlps3), for: other).rules[.minimumLength])
    #expect(throws: PasswordPolicyError.looser(.minimumLength, than: least)) {
      try PasswordPolicy.check(exchange: exchange(.mlps3), tenant: tenant)
    }
    try tenant.set(.minimumLength, to: 8)
    try PasswordPolicy.check(exchange: exchange(.mlps3), tenant: tenant)
    try tenant.set(.minimumLength, to: nil)
    #expect(tenant.everyone.isEmpty)
    try tenant.set(.maximumAge, to: 91, administratorsOnly: true)
    #expect(throws: PasswordPolicyError.self) {
      try PasswordPolicy.check(exchange: exchange(.mlps3), tenant: tenant)
    }
  }

  @Test func `values out of bounds and layers that contradict each other are refused`() throws {
    for rule in PasswordRule.allCases {
      for value in [rule.bounds.lowerBound - 1, rule.bounds.upperBound + 1] {
        var layer = exchange(.mlps3)
        #expect(throws: PasswordPolicyError.outOfBounds(rule)) { try layer.set(rule, to: value) }
      }
    }
    var tenant = PasswordPolicyLayer(authority: .tenant, profile: nil)
    try tenant.set(.minimumLength, to: 20)
    try PasswordPolicy.check(exchange: exchange(.seed), tenant: tenant)
    try tenant.set(.minimumLength, to: 21)
    #expect(throws: PasswordPolicyError.unsatisfiable) {
      try PasswordPolicy.check(exchange: exchange(.seed), tenant: tenant)
    }
  }
}
