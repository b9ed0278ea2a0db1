import Testing

@testable import Policy

/// Answers are put together out of bytes: what a byte means is said by the types, and held here.
struct PackedBytesTests {
  @Test func `packed values come out as they went in`() {
    let reasons = Reason.allCases.map(Optional.some) + [nil]
    for place in 0..<reasons.count - 3 {
      let packed = PackedBytes(
        reasons[place], reasons[place + 1], reasons[place + 2], reasons[place + 3])
      for step in 0..<4 {
        #expect(packed.byte(at: UInt64(step * 8), as: Reason?.self) == reasons[place + step])
      }
    }
    let scopes: [Decision.Scope] = [.none, .tenant, .own, .account]
    let packed = PackedBytes(scopes[0], scopes[1], scopes[2], scopes[3])
    for step in 0..<4 {
      #expect(packed.byte(at: UInt64(step * 8), as: Decision.Scope.self) == scopes[step])
    }
  }
}
