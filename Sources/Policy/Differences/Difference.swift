/// What some rectangles permit together that others, together, do not.
///
/// Exact: computed on atoms, not on sides. Nothing is left if and only if every target that the
/// first permit, now or later, is permitted by the second.
///
/// - Parameters:
///   - rectangles: what to look for, wildcards spelt out.
///   - others: what to take away, wildcards spelt out.
///   - policies: whose catalogues and accounts the targets come from.
/// - Returns: rectangles that do not overlap; empty when nothing is left.
/// - Complexity: O(3^min(others, pieces)) pieces at worst; a few in practice, as equal and contained
///   rectangles vanish at once.
public func difference(
  _ rectangles: [Rectangle], minus others: [Rectangle], in policies: [TenantPolicy]
) -> [Rectangle] {
  let wanted = Set(rectangles).subtracting(others)
  guard !wanted.isEmpty else { return [] }
  let universe = Universe(policies, rectangles: Array(wanted) + others)
  let taken = Set(others).map(universe.box)
  var left: [Box] = []
  for box in wanted.map(universe.box) {
    left += box.subtracting(taken).flatMap { $0.subtracting(left) }
  }
  return left.map(universe.rectangle)
}
