import TestSupport
import Testing

@testable import IAM

/// Rows refer to each other by ids; of a damaged store nothing is taken for something else.
struct IdentifierListTests {
  @Test func `rows that came are found in any order, and others are none`() throws {
    var random = SplitMix64(seed: 11)
    var list = IdentifierList()
    #expect(list.isEmpty && list.number(1) == -2)
    var numbers: [Int64: Int32] = [:]
    for id in Int64(1)...500 where !random.chance(oneIn: 3) {
      numbers[id] = Int32(numbers.count)
      list.append(id, Int32(numbers.count - 1))
    }
    for _ in 0..<5_000 {
      let id = Int64(random.number(below: 510)) - 4
      #expect(list.number(id) == numbers[id, default: -2])
      if let number = numbers[id] {
        #expect(try list.known(id) == number)
      } else {
        #expect(throws: DatabaseError.self) { _ = try list.known(id) }
      }
    }
  }
}
