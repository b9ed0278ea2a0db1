import Testing

@testable import IAM

/// A7, D3: the profile that a member submits once.
struct MemberProfileTests {
  static func files(_ names: String...) -> JSONValue {
    .array(names.map { ["kind": "图片", "path": .string($0)] })
  }

  static let fields: [InvalidCase] =
    ["applicant", "annual_volume", "enterprise_type"].flatMap {
      [InvalidCase($0, nil, .missing), InvalidCase($0, 12, .wrongKind(.string))]
    } + [
      InvalidCase("regions", nil, .missing),
      InvalidCase("regions", "重庆", .wrongKind(.array)),
      InvalidCase("regions", [], .tooShort(minimum: 1)),
      InvalidCase("regions", ["重庆", 1], .wrongKind(.string), at: "regions[1]"),
      InvalidCase("regions", ["重庆市"], .notListed, at: "regions[0]"),
      InvalidCase("regions", ["重庆", "四川", "重庆"], .repeated, at: "regions[2]"),
      InvalidCase("applicant", "Seller", .notListed),
      InvalidCase("applicant", "卖方", .notListed),
      InvalidCase("enterprise_type", "", .tooShort(minimum: 1)),
      InvalidCase(
        "enterprise_type", .string(String(repeating: "型", count: 51)), .tooLong(maximum: 50)),
      InvalidCase("remark", "x", .unknown),
    ]

  static let volumes = [
    "", "0", "0.0", "0.000", "-1", "+1", "1.", ".5", "1.2345", "01", "00.5", "1e3", "1,000", " 1",
    "1.2.3", "1234567890123", "１２", "NaN", "1.-5",
  ].map { InvalidCase("annual_volume", .string($0), .notVolume) }

  static let documents: [InvalidCase] =
    [
      "a.exe", "a.pdf.exe", "a", "pdf", ".pdf", "a/.pdf", "a.pdf/", "a.pdf/b", "a.", "a.doc x",
      "a.rtf",
    ]
    .map { InvalidCase("documents", files($0), .wrongFileType, at: "documents[0].path") } + [
      InvalidCase("documents", "a.pdf", .wrongKind(.array)),
      InvalidCase("documents", ["a.pdf"], .wrongKind(.object), at: "documents[0]"),
      InvalidCase("documents", [["kind": "x"]], .missing, at: "documents[0].path"),
      InvalidCase("documents", [["path": "a.pdf"]], .missing, at: "documents[0].kind"),
      InvalidCase(
        "documents", [["kind": "x", "path": "a.pdf", "size": 1]], .unknown,
        at: "documents[0].size"),
      InvalidCase(
        "documents", [["kind": "", "path": "a.pdf"]], .tooShort(minimum: 1),
        at: "documents[0].kind"),
      InvalidCase("documents", files("a.pdf", ""), .tooShort(minimum: 1), at: "documents[1].path"),
      InvalidCase("documents", files("a\u{0}.pdf"), .forbiddenCharacter, at: "documents[0].path"),
      InvalidCase(
        "documents", files("a\u{202E}fdp.exe.pdf"), .forbiddenCharacter, at: "documents[0].path"),
      InvalidCase(
        "documents", files(String(repeating: "a", count: 252) + ".pdf"), .tooLong(maximum: 255),
        at: "documents[0].path"),
      InvalidCase(
        "documents", .array(Array(repeating: ["kind": "x", "path": "a.pdf"], count: 11)),
        .tooLong(maximum: 10)),
    ]

  @Test(arguments: fields + volumes + documents)
  func `an unacceptable field is refused by name and reason`(invalid: InvalidCase) {
    let document = RegistrationExamples.profile.setting(invalid.path, to: invalid.value)
    let error = #expect(throws: InvalidField.self) { try MemberProfile(document) }
    #expect(error == InvalidField(invalid.field, invalid.reason))
  }

  @Test func `an acceptable profile is read whole`() throws {
    let read = try MemberProfile(RegistrationExamples.profile)
    #expect(read.regions.map(\.name) == ["重庆", "四川"])
    #expect(read.applicant == .buyer)
    #expect(read.annualVolume.thousandths == 1_200_500)
    #expect(read.annualVolume.text == "1200.5")
    #expect(read.enterpriseType.text == "有限责任公司")
    #expect(read.documents.map(\.fileName) == ["licence.pdf"])
  }

  @Test func `documents may be left out or be none`() throws {
    for value in [JSONValue?.none, .array([])] {
      let document = RegistrationExamples.profile.setting("documents", to: value)
      #expect(try MemberProfile(document).documents.isEmpty)
    }
  }

  @Test(arguments: [
    ("0.001", Int64(1), "0.001"), ("1", 1_000, "1"), ("1.0", 1_000, "1"), ("10.50", 10_500, "10.5"),
    ("999999999999.999", 999_999_999_999_999, "999999999999.999"), ("0.02", 20, "0.02"),
  ])
  func `a volume is counted in thousandths`(text: String, thousandths: Int64, canonical: String)
    throws
  {
    let volume = try AnnualVolume(text)
    #expect(volume.thousandths == thousandths)
    #expect(volume.text == canonical)
  }

  @Test func `the three endings are accepted in either case, ten files at most`() throws {
    let names = [
      "a.pdf", "b.DOC", "c.d.docx", "/tmp/执照.Pdf", String(repeating: "a", count: 251) + ".pdf",
    ]
    for name in names {
      #expect(throws: Never.self) { try ProfileDocument(kind: "x", path: name, field: "d") }
    }
    let ten = JSONValue.array(Array(repeating: ["kind": "x", "path": "a.pdf"], count: 10))
    let document = RegistrationExamples.profile.setting("documents", to: ten)
    #expect(try MemberProfile(document).documents.count == 10)
    #expect(ProfileDocument.maximumByteCount == 2_097_152)
  }

  @Test func `there are 34 provinces, all different`() {
    #expect(Set(Province.names).count == 34 && Province.names.count == 34)
    for name in Province.names { #expect(throws: Never.self) { try Province(name) } }
  }

  @Test func `reasons are worded in both languages and name the field`() {
    let reasons: [InvalidFieldReason] = [
      .missing, .unknown, .repeated, .excluded(by: "x"), .wrongKind(.array), .wrongKind(.object),
      .wrongKind(.string), .tooShort(minimum: 1), .tooLong(maximum: 2), .wrongLength([13, 15]),
      .surroundingSpace, .forbiddenCharacter, .wrongCharacter, .wrongCheckCharacter, .notMobile,
      .notEmailAddress, .notVolume, .notListed, .wrongFileType,
    ]
    for reason in reasons {
      let wording = InvalidField("administrator.mobile", reason).wording
      for text in [wording.zh, wording.en] {
        #expect(text.hasPrefix("`administrator.mobile` ") && !text.hasSuffix("."))
      }
    }
  }
}
