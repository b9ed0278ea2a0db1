import Testing

@testable import IAM

/// One change that makes an acceptable document unacceptable.
struct InvalidCase: Sendable, CustomTestStringConvertible {
  let path: String
  let value: JSONValue?
  let field: String
  let reason: InvalidFieldReason

  init(_ path: String, _ value: JSONValue?, _ reason: InvalidFieldReason, at field: String? = nil) {
    self.path = path
    self.value = value
    self.reason = reason
    self.field = field ?? path.split(separator: "/").joined(separator: ".")
  }

  var testDescription: String { "\(field) = \(value?.text() ?? "absent")" }
}

/// A1, A4, A5: what a member registers with.
struct MemberRegistrationTests {
  static func text(_ count: Int, _ character: String = "名") -> JSONValue {
    .string(String(repeating: character, count: count))
  }

  static let wrongKinds: [InvalidCase] =
    ["username", "name", "legal_representative", "delivery_address", "credit_code"].flatMap {
      [InvalidCase($0, nil, .missing), InvalidCase($0, 7, .wrongKind(.string))]
    }
    + ["administrator/name", "administrator/mobile", "administrator/email"].flatMap {
      [
        InvalidCase($0, nil, .missing),
        InvalidCase($0, .null, .wrongKind(.string)),
      ]
    } + [
      InvalidCase("administrator", nil, .missing),
      InvalidCase("administrator", "李娜", .wrongKind(.object)),
    ]

  static let unknownFields = [
    InvalidCase("password", "secret", .unknown),
    InvalidCase("Username", "x", .unknown),
    InvalidCase("administrator/fax", "1", .unknown),
    InvalidCase("licence_no", "110108000000016", .excluded(by: "credit_code")),
    InvalidCase("tax_no", "110108D2143569X", .excluded(by: "credit_code")),
  ]

  static let names: [InvalidCase] =
    ["name", "legal_representative", "administrator/name", "delivery_address"].flatMap { path in
      [
        InvalidCase(path, "", .tooShort(minimum: 1)),
        InvalidCase(path, " 甲", .surroundingSpace),
        InvalidCase(path, "甲\u{3000}", .surroundingSpace),
        InvalidCase(path, " ", .surroundingSpace),
        InvalidCase(path, "甲\u{0}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\n乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{202E}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{2066}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{200B}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{E000}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{378}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{FFFF}乙", .forbiddenCharacter),
        InvalidCase(path, "甲\u{3164}乙", .forbiddenCharacter),
      ]
    } + [
      InvalidCase("name", text(101), .tooLong(maximum: 100)),
      InvalidCase("legal_representative", text(51), .tooLong(maximum: 50)),
      InvalidCase("administrator/name", text(51), .tooLong(maximum: 50)),
      InvalidCase("delivery_address", text(201), .tooLong(maximum: 200)),
      InvalidCase("username", "", .tooShort(minimum: 1)),
    ]

  static let contacts: [InvalidCase] =
    ["1390000000", "139000000000", ""].map {
      InvalidCase("administrator/mobile", .string($0), .wrongLength([11]))
    }
    + ["1390000000a", "+8613900000", "１３９００００００００", "139 0000000"].map {
      InvalidCase("administrator/mobile", .string($0), .wrongCharacter)
    }
    + [
      "23900000000", "10900000000", "12900000000", "17100000000", "17200000000", "17300000000",
      "17400000000", "17500000000", "17900000000",
    ].map { InvalidCase("administrator/mobile", .string($0), .notMobile) }
    + [
      "", "li", "li@", "@example.com", "li@example", "a@b.com,c@d.com", "a@b.com c@d.com",
      "a@b@c.com",
      "li na@example.com", ".li@example.com", "li.@example.com", "l..i@example.com",
      "li@-example.com", "li@example-.com", "li@example..com", "li@.example.com", "li@1.2.3.4",
      "李娜@example.com", "li@例子.com", "\"li\"@example.com", "Li <li@example.com>",
      "li@example.com\n", "li@exa_mple.com", "li@[127.0.0.1]",
      String(repeating: "l", count: 65) + "@example.com",
      "li@" + String(repeating: "e", count: 64) + ".com",
    ].map { InvalidCase("administrator/email", .string($0), .notEmailAddress) } + [
      InvalidCase(
        "administrator/email", .string("li@" + String(repeating: "a.", count: 125) + "com"),
        .tooLong(maximum: 254))
    ]

  static let creditCodes: [InvalidCase] =
    ["91350100M000100Y4", "91350100M000100Y430", ""].map {
      InvalidCase("credit_code", .string($0), .wrongLength([18]))
    }
    + [
      "91350100I000100Y43", "91350100O000100Y43", "91350100Z000100Y43", "91350100S000100Y43",
      "91350100V000100Y43", "91350100m000100y43", "91350100M000100Y4-", "91350100名000100Y43",
    ].map { InvalidCase("credit_code", .string($0), .wrongCharacter) }
    + ["91350100M000100Y44", "91350100M000100Y4Y", "19350100M000100Y43"].map {
      InvalidCase("credit_code", .string($0), .wrongCheckCharacter)
    }

  static let oldCertificates: [InvalidCase] =
    ["licence_no", "organisation_code", "tax_no"].flatMap {
      [InvalidCase($0, nil, .missing), InvalidCase($0, 1, .wrongKind(.string))]
    } + [
      InvalidCase("licence_no", "11010800000001", .wrongLength([13, 15])),
      InvalidCase("licence_no", "1101080000000166", .wrongLength([13, 15])),
      InvalidCase("licence_no", "11010800000001X", .wrongCharacter),
      InvalidCase("organisation_code", "D2143569", .wrongLength([9])),
      InvalidCase("organisation_code", "D214356-9X", .wrongLength([9])),
      InvalidCase("organisation_code", "D2143569-", .wrongCharacter),
      InvalidCase("organisation_code", "d2143569X", .wrongCharacter),
      InvalidCase("organisation_code", "D2143569-1", .wrongCheckCharacter),
      InvalidCase("organisation_code", "D2143596-X", .wrongCheckCharacter),
      InvalidCase("tax_no", "110108D214356", .wrongLength([15, 17, 18, 20])),
      InvalidCase("tax_no", "110108D2143569X1", .wrongLength([15, 17, 18, 20])),
      InvalidCase("tax_no", "110108D2143569X110108", .wrongLength([15, 17, 18, 20])),
      InvalidCase("tax_no", "110108D2143569-", .wrongCharacter),
      InvalidCase(
        "credit_code", "91350100M000100Y43", .excluded(by: "credit_code"), at: "licence_no"),
    ]

  @Test(arguments: wrongKinds + unknownFields + names + contacts + creditCodes)
  func `an unacceptable field is refused by name and reason`(invalid: InvalidCase) {
    let document = RegistrationExamples.registration.setting(invalid.path, to: invalid.value)
    let error = #expect(throws: InvalidField.self) { try MemberRegistration(document) }
    #expect(error == InvalidField(invalid.field, invalid.reason))
  }

  @Test(arguments: oldCertificates)
  func `an unacceptable old certificate is refused by name and reason`(invalid: InvalidCase) {
    let document = RegistrationExamples.certificates.setting(invalid.path, to: invalid.value)
    let error = #expect(throws: InvalidField.self) { try MemberRegistration(document) }
    #expect(error == InvalidField(invalid.field, invalid.reason))
  }

  @Test func `an acceptable registration is read whole`() throws {
    let read = try MemberRegistration(RegistrationExamples.registration)
    #expect(read.username == "blueflame01")
    #expect(read.name.text == "重庆蓝焰燃气有限公司")
    #expect(read.legalRepresentative.text == "张伟")
    #expect(read.administrator.name.text == "李娜")
    #expect(read.administrator.mobile.text == "13900000000")
    #expect(read.administrator.email.text == "li.na@example.com")
    #expect(read.deliveryAddress.text == "重庆市渝北区金开大道 1 号")
    #expect(read.identity == .creditCode(try CreditCode("91350100M000100Y43")))
  }

  @Test func `the three old certificates stand for the credit code`() throws {
    let read = try MemberRegistration(RegistrationExamples.certificates)
    #expect(
      read.identity
        == .certificates(
          try LicenceNumber("110108000000016"), try OrganisationCode("D2143569X"),
          try TaxNumber("110108D2143569X")))
  }

  static let boundaries: [(String, JSONValue)] = [
    ("name", text(1)), ("name", text(100)), ("legal_representative", text(50)),
    ("administrator/name", text(1)), ("administrator/name", text(50)),
    ("delivery_address", text(1)), ("delivery_address", text(200)), ("name", "A & B 燃气（集团）"),
    ("administrator/mobile", "13000000000"), ("administrator/mobile", "19999999999"),
    ("administrator/mobile", "17000000000"), ("administrator/mobile", "17600000000"),
    ("administrator/mobile", "17700000000"), ("administrator/mobile", "17800000000"),
    ("administrator/email", "a@b.cn"), ("administrator/email", "a+b_c!d@x-y.z0.cn"),
    ("administrator/email", .string(String(repeating: "l", count: 64) + "@example.com")),
    ("administrator/email", .string("li@" + String(repeating: "a.", count: 124) + "com")),
    ("administrator/email", .string("l@" + String(repeating: "e", count: 63) + ".com")),
  ]

  @Test(arguments: boundaries)
  func `a field at its boundary is accepted`(path: String, value: JSONValue) throws {
    _ = try MemberRegistration(RegistrationExamples.registration.setting(path, to: value))
  }

  @Test func `a document that is no object, or repeats a key, is refused`() {
    let array = #expect(throws: InvalidField.self) { try MemberRegistration([1]) }
    #expect(array == InvalidField("document", .wrongKind(.object)))
    guard case .object(let members) = RegistrationExamples.registration else { return }
    let twice = JSONValue.object(members + members.prefix(1))
    let error = #expect(throws: InvalidField.self) { try MemberRegistration(twice) }
    #expect(error == InvalidField("username", .repeated))
  }
}
