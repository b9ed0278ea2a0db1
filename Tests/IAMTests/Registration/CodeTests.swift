import Testing

@testable import IAM

/// A5: check characters find what people mistype.
struct CodeTests {
  @Test(arguments: ["91350100M000100Y43", "91110000802100433B"])
  func `published credit codes are accepted`(code: String) throws {
    #expect(try CreditCode(code).text == code)
  }

  @Test func `any single wrong character of a credit code is found`() throws {
    let code = Array("91350100M000100Y43")
    for index in code.indices {
      for replacement in "0123456789ABCDEFGHJKLMNPQRTUWXY" where replacement != code[index] {
        var wrong = code
        wrong[index] = replacement
        let error = #expect(throws: InvalidField.self) { try CreditCode(String(wrong)) }
        #expect(error?.reason == .wrongCheckCharacter)
      }
    }
  }

  @Test(arguments: [
    ("D2143569-X", "D2143569X"), ("D2143569X", "D2143569X"),
    ("80210043-3", "802100433"),
  ])
  func `published organisation codes are accepted in either writing`(
    text: String, code: String
  ) throws {
    #expect(try OrganisationCode(text).text == code)
    #expect(try OrganisationCode(text).dashed == code.prefix(8) + "-" + code.suffix(1))
  }

  @Test func `any single wrong character of an organisation code's check is found`() {
    for check in "0123456789" {
      let error = #expect(throws: InvalidField.self) { try OrganisationCode("D2143569\(check)") }
      #expect(error?.reason == .wrongCheckCharacter)
    }
  }

  @Test func `an organisation code whose remainder is 0 ends in 0`() throws {
    // 3 × 0 + … + 2 × 0 = 0, so the check is 11, written 0.
    #expect(try OrganisationCode("000000000").text == "000000000")
    #expect(throws: InvalidField.self) { try OrganisationCode("000000001") }
  }

  @Test func `the check digit of a licence number is reported and not enforced`() throws {
    #expect(try LicenceNumber("110108000000016").hasCheckDigit)
    for digit in 0...9 where digit != 6 {
      #expect(try !LicenceNumber("11010800000001\(digit)").hasCheckDigit)
    }
    #expect(try !LicenceNumber("1101081000001").hasCheckDigit)
  }

  @Test func `tax numbers have one of four lengths`() throws {
    for length in [15, 17, 18, 20] {
      #expect(try TaxNumber(String(repeating: "7", count: length)).text.count == length)
    }
  }

  @Test func `names are kept in normal form C`() throws {
    let name = try PersonName("Rene\u{301}")
    #expect(Array(name.text.unicodeScalars) == Array("Ren\u{e9}".unicodeScalars))
  }

  @Test func `an address keeps its local part and folds its domain`() throws {
    #expect(try EmailAddress("Li.Na@Example.COM").text == "Li.Na@example.com")
  }

  /// A8.
  @Test func `bank account numbers have 8 to 32 digits`() throws {
    #expect(try BankAccountNumber("12345678").text == "12345678")
    #expect(try BankAccountNumber(String(repeating: "1", count: 32)).text.count == 32)
    let refusals: [(String, InvalidFieldReason)] = [
      ("1234567", .tooShort(minimum: 8)), ("", .tooShort(minimum: 8)),
      (String(repeating: "1", count: 33), .tooLong(maximum: 32)),
      ("1234 5678", .wrongCharacter), ("1234567X", .wrongCharacter), ("１２３４５６７８", .wrongCharacter),
    ]
    for (text, reason) in refusals {
      let error = #expect(throws: InvalidField.self) { try BankAccountNumber(text) }
      #expect(error == InvalidField("account_no", reason))
    }
    #expect(try BankName("中国银行").text == "中国银行")
  }
}
