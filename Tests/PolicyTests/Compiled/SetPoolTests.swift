import TestSupport
import Testing

@testable import Policy

struct SetPoolTests {
  @Test func `equal sets have one number, others have others`() {
    var random = SplitMix64(seed: 71)
    var pool = SetPool(width: 2)
    var numbers: [[UInt64]: Int32] = [:]
    for _ in 0..<3000 {
      let set = [UInt64(random.next() % 40), UInt64(random.next() % 40) << 58]
      let number = pool.number(of: set[...])
      #expect(numbers[set, default: number] == number)
      numbers[set] = number
    }
    #expect(pool.count == numbers.count)
    #expect(Set(numbers.values).count == numbers.count)
    for (set, number) in numbers {
      #expect(Array(pool.words[Int(number) * 2..<Int(number) * 2 + 2]) == set)
    }
  }

  @Test func `a set that was appended is not found later`() {
    var pool = SetPool(width: 1)
    #expect(pool.append([5]) == 0)
    #expect(pool.number(of: [5]) == 1)
    #expect(pool.number(of: [5]) == 1)
    #expect(pool.count == 2)
  }

  @Test func `sets of no words are all the same`() {
    var pool = SetPool(width: 0)
    #expect(pool.number(of: []) == 0)
    #expect(pool.number(of: []) == 0)
    #expect(pool.columns(of: 3, stride: 1) == Array(repeating: 0, count: 9))
  }

  @Test(arguments: [1, 7, 8, 9, 57, 64, 65, 200], [0, 1, 5])
  func `columns hold the bits of the sets`(count: Int, more: Int) {
    var random = SplitMix64(seed: UInt64(count))
    var pool = SetPool(width: 2)
    for _ in 0..<count { _ = pool.append([random.next(), random.next() & 0xFF]) }
    let stride = count + more
    let columns = pool.columns(of: 72, stride: stride)
    #expect(columns.count == 9 * stride + 8)
    for number in 0..<72 {
      for set in 0..<count {
        let isHeld = pool.words[set * 2 + number / 64] >> UInt64(number % 64) & 1 != 0
        let bit = number * stride + set
        #expect((columns[bit / 8] >> UInt8(bit % 8) & 1 != 0) == isHeld)
      }
    }
  }
}
