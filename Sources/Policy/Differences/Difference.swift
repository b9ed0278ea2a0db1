/// What some rectangles permit together that others, together, do not.
///
/// Nothing is left if and only if every target that the first permit, now or later, is permitted by
/// the second: computed on atoms, not on sides. What is left is named by the highest nodes that the
/// others do not hold whole, so it may name more than is missing, never less: `trade` without
/// `trade.listing` is still `trade`, and `*` without one account still `*`.
///
/// - Parameters:
///   - rectangles: what to look for, wildcards spelt out.
///   - others: what to take away, wildcards spelt out.
/// - Returns: rectangles; empty when nothing is left. The order follows that of the parameters.
/// - Complexity: O(3^min(others, pieces)) pieces at worst; a few in practice, as equal and contained
///   rectangles vanish at once.
public func difference(_ rectangles: [Rectangle], minus others: [Rectangle]) -> [Rectangle] {
  let known = Set(others)
  let wanted = rectangles.filter { !known.contains($0) && !$0.menus.isEmpty }
  guard !wanted.isEmpty else { return [] }
  let universe = Universe(wanted + others)
  let taken = others.map(universe.box)
  var left: [Box] = []
  for box in wanted.map(universe.box) {
    left += box.subtracting(taken).flatMap { $0.subtracting(left) }
  }
  return left.map(universe.rectangle)
}
