import Testing

@testable import IAM

/// SP 800-63B-4: common passwords, own names and numbers, sequences, repeats are refused.
struct PredictablePasswordTests {
  let context = PasswordContext(
    username: "gas_master1", names: ["张伟国", "Zhang Weiguo"],
    numbers: ["13912345678", "91500000MA5U7XKQ2P"], companies: ["重庆蓝焰燃气有限公司", "Blueflame Gas"])

  func materials(of password: String) throws -> [PasswordMaterial] {
    let policy = PasswordPolicy(
      exchange: PasswordPolicyLayer(authority: .exchange, profile: .nist),
      for: PasswordHolder(isAdministrator: false, hasKey: true))
    return try policy.failures(of: Secret(password: password), context: context).compactMap {
      if case .predictable(let material) = $0 { material } else { nil }
    }
  }

  @Test(arguments: [
    "password", "PASSWORD", "P@ssw0rd", "p4$$w0rd!", "Password123!", "iloveyou", "1l0v3y0u",
    "woaini1314", "Woaini520!", "5201314520", "a123456789", "qq123456", "Admin@123", "Admin888!",
    "letmein2024", "密码密码密码", "Welcome1!", "Zhangsan@2015", "Password-2024!",
  ])
  func `well-known passwords are refused in every disguise`(password: String) throws {
    #expect(try materials(of: password).contains(.common))
  }

  @Test(arguments: [
    ("abcdefgh", PasswordMaterial.sequence), ("87654321", .sequence), ("98765432!", .sequence),
    ("1234567890", .sequence), ("Abcd2345!", .sequence), ("qwertyui", .keyboardWalk),
    ("Asdfghjk1", .keyboardWalk), ("1qaz2wsx3edc", .keyboardWalk), ("!QAZ@WSX", .keyboardWalk),
    ("qweasdzxc1", .keyboardWalk), ("Qwer1234!@#$", .keyboardWalk), ("aaaaaaaaaa", .repetition),
    ("abababababab", .repetition), ("xk7xk7xk7xk7", .repetition), ("Xq7!Xq7!", .repetition),
    ("19900101", .date), ("1990-01-31", .date), ("31011990", .date), ("20152015!", .date),
    ("900131#", .date), ("gas_master1!", .ownName), ("Master1@2026", .ownName),
    ("Zhangweiguo", .ownName), ("weiguo2020!", .ownName), ("张伟国!2015", .ownName),
    ("13912345678", .ownNumber), ("Gas13912!x", .ownNumber), ("#91500000MA5", .ownNumber),
    ("gas_master1-7Kd!qX", .ownName), ("7Kd!qXvT-ZhangWeiguo-9#", .ownName),
    ("Tq7#张伟国xKd9", .ownName), ("5u7xkq2p!A", .ownNumber), ("Blueflame1!", .company),
    ("蓝焰燃气2015", .company),
  ])
  func `what is mostly one kind of material is refused for that kind`(
    password: String, material: PasswordMaterial
  ) throws {
    #expect(try materials(of: password).contains(material))
  }

  @Test(arguments: [
    "passw0rd-x7Q!", "Tq-abcd-9vR!", "weiguo-7Kd!q", "2015-vKq#t", "correct horse battery",
    "蓝焰-雪松琴蛙7", "Initial#Pass-2026x", "vK7#mQ2x", "aab-bcc-Dde-7",
  ])
  func `material among enough else is no reason to refuse`(password: String) throws {
    #expect(try materials(of: password).isEmpty)
  }

  @Test func `a name too short to tell is no name in a password`() throws {
    var context = PasswordContext(username: "gas_master1", names: ["Li", "李"])
    #expect(context.wholeNames.map { String(String.UnicodeScalarView($0)) }.contains("li") == false)
    context.names = ["李四"]
    #expect(context.wholeNames.count == 4)
    let policy = PasswordPolicy(
      exchange: PasswordPolicyLayer(authority: .exchange, profile: .seed),
      for: PasswordHolder(isAdministrator: false))
    let short = PasswordContext(names: ["Li", "李"])
    #expect(policy.failures(of: try Secret(password: "Tq7#Li9vKd李"), context: short).isEmpty)
  }

  @Test func `the boundary is four characters beside one piece`() throws {
    #expect(try materials(of: "passwordx7Q") == [.common])
    #expect(try materials(of: "passwordx7Q!").isEmpty)
  }

  @Test func `without a context only general material is found`() throws {
    let policy = PasswordPolicy(
      exchange: PasswordPolicyLayer(authority: .exchange, profile: .seed),
      for: PasswordHolder(isAdministrator: false))
    let secret = try Secret(password: "zvkuoguz-1")
    #expect(policy.failures(of: secret, context: PasswordContext()).isEmpty)
    let own = PasswordContext(names: ["Zvkuoguz"])
    #expect(policy.failures(of: secret, context: own) == [.predictable(.ownName)])
  }

  /// A strong random password is never refused as predictable.
  @Test(arguments: [UInt64(1), 2, 3])
  func `random passwords are never refused`(seed: UInt64) throws {
    let alphabet = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&*+-=?@_")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let length = Int.random(in: 12...20, using: &generator)
      let characters = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
      let password = String(characters)
      #expect(try materials(of: password).isEmpty, "`\(password)`")
    }
  }

  /// Small letters or digits alone, where chance makes the most material.
  @Test func `random passwords of one class are not refused when long`() throws {
    var generator = SeededGenerator(seed: 9)
    for alphabet in ["abcdefghijklmnopqrstuvwxyz", "0123456789"].map(Array.init) {
      for _ in 0..<300 {
        let characters = (0..<20).compactMap { _ in alphabet.randomElement(using: &generator) }
        #expect(try materials(of: String(characters)).isEmpty, "`\(String(characters))`")
      }
    }
  }

  @Test func `one-time passwords are never refused`() throws {
    let randomness = Randomness.seeded(5)
    for _ in 0..<300 {
      let password = try OneTimePassword.generate(randomness: randomness)
      #expect(try materials(of: password).isEmpty, "`\(password)`")
    }
  }

  @Test func `the longest password is read quickly whatever it holds`() throws {
    for unit in ["a", "ab", "1234567890", "passw0rd", "qwer1234"] {
      let password = String(String(repeating: unit, count: 128).prefix(128))
      #expect(try !materials(of: password).isEmpty)
    }
  }

  @Test func `every failure has a code and both texts`() {
    let failures: [PasswordFailure] =
      [
        .tooShort(minimum: 8), .tooLong(maximum: 20), .tooFewKinds(minimum: 2),
        .tooFewClasses(minimum: 4), .unprintable, .reused(last: 5), .sameAsOtherPassword,
      ] + PasswordMaterial.allCases.map(PasswordFailure.predictable)
    #expect(Set(failures.map(\.code)).count == failures.count)
    for failure in failures {
      #expect(!failure.wording.zh.isEmpty && !failure.wording.en.isEmpty)
    }
  }
}
