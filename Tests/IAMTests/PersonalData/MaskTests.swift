import Testing

@testable import IAM

struct MaskTests {
  @Test(
    arguments: [
      (Mask.mobile, "13900000000", "139****0000"), (Mask.mobile, "1390000", "****"),
      (Mask.mobile, "", "****"), (Mask.email, "li.na@example.com", "l****@example.com"),
      (Mask.email, "@example.com", "****"), (Mask.email, "none", "****"),
      (Mask.bankAccount, "6217000012345678", "****5678"), (Mask.bankAccount, "1234567", "****"),
      (Mask.address, "重庆市渝北区金开大道 1 号", "重庆市****"), (Mask.address, "重庆市渝北区", "****"),
    ] as [(@Sendable (String) -> String, String, String)])
  func `a mask shows enough to recognise and no more`(
    mask: @Sendable (String) -> String, whole: String, masked: String
  ) {
    #expect(mask(whole) == masked)
  }
}
