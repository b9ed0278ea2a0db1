/// The first place from which on something holds, in what is in order: it holds for all places behind
/// one for which it does.
///
/// - Parameters:
///   - count: how many places there are, from 0.
///   - holds: whether it holds at a place.
/// - Returns: `count` when it holds nowhere.
/// - Complexity: O(log count) questions.
@inlinable @inline(__always)
package func firstPlace(of count: Int, where holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
