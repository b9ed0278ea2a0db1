/// Where a compiled tenant lies in memory: everything that answering looks at, one step away, what
/// every answer looks at first.
///
/// Valid as long as the ``CompiledTenant`` that it was made from; whoever keeps one keeps that too.
@usableFromInline
package struct TenantView: BitwiseCopyable {
  /// The operators, in the order in which they were added.
  @usableFromInline package let operators: UnsafePointer<OperatorRecord>
  @usableFromInline let words: UnsafePointer<UInt64>
  @usableFromInline let marks: UnsafePointer<Marks>
  /// The policy revision that it was made from.
  @usableFromInline package let revision: Int64
  /// The version of the catalogue that numbers come from.
  @usableFromInline package let version: Int64
  /// How many operators there are.
  @usableFromInline package let operatorCount: Int32
  @usableFromInline let size: Int32
  let stage: TenantStage
  let requiresKey: Bool
  /// Finds actions.
  @usableFromInline package let leaves: CodeTableView
  let menuWords: Int32
  let productWords: Int32
  let accountStates: UnsafePointer<AccountState>
  let times: UnsafePointer<TimeRecord>
  let segments: UnsafePointer<TimeSegment>

  /// The view of a tenant.
  package init(_ tenant: CompiledTenant) {
    words = tenant.words.start
    operators = tenant.operators.start
    marks = tenant.catalogue.marks.start
    revision = tenant.revision
    menuWords = Int32(tenant.layout.menus)
    productWords = Int32(tenant.layout.products)
    size = Int32(tenant.layout.size)
    operatorCount = Int32(tenant.operators.count)
    stage = tenant.stage
    requiresKey = tenant.requiresKey
    accountStates = tenant.accountStates.start
    times = tenant.times.start
    segments = tenant.segments.start
    leaves = tenant.catalogue.leafTable.view
    version = tenant.catalogue.version
  }
}

extension TenantView {
  /// The answer about a menu alone where one rectangle decides it: for most operators and menus.
  ///
  /// The same as ``verdict(_:_:at:paymentVerified:keyVerified:)`` would come to, without a branch
  /// that depends on the answer.
  ///
  /// - Parameters:
  ///   - person: the number of an operator.
  ///   - isPlain: what its record says.
  ///   - menu: the number of an action; negative for one that is not known.
  /// - Returns: `nil` where more has to be looked at.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  package func plainVerdict(_ person: Int, isPlain: Bool, _ menu: Int32) -> Verdict? {
    guard isPlain, menu >= 0 else { return nil }
    let marks = marks[Int(menu)].rawValue
    guard marks & Marks.beyondMenuBits == 0 else { return nil }
    let word = Int(menu &>> 6)
    let bit = UInt64(truncatingIfNeeded: menu & 63)
    let start = (person &+ 1) &* Int(size)
    // What is granted is opened as well.
    let opened = words[word] &>> bit & 1
    let granted = words[start &+ word] &>> bit & 1
    let own = UInt64(truncatingIfNeeded: marks &>> Marks.ownScopePlace & 1) & granted
    return switch opened &+ granted &+ own {
    case 0: Verdict(reason: .outsideEntitlement, scope: .none, revision: revision)
    case 1: Verdict(reason: .menuNotGranted, scope: .none, revision: revision)
    case 2: Verdict(reason: nil, scope: .tenant, revision: revision)
    default: Verdict(reason: nil, scope: .own, revision: revision)
    }
  }
}

extension Marks {
  /// The bits of the marks that let more decide than menus; a constant, not a value made at the
  /// first use.
  @inlinable @inline(__always)
  package static var beyondMenuBits: UInt16 { 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 9 }
  /// The place of the bit of ``ownScope``.
  @inlinable @inline(__always)
  package static var ownScopePlace: UInt16 { 7 }
}
