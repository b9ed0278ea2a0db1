/// Where a compiled tenant lies in memory: everything that answering looks at, one step away. What
/// every answer looks at comes first, then what questions by words do.
///
/// Valid as long as the ``CompiledTenant`` that it was made from; whoever keeps one keeps that too.
@usableFromInline
package struct TenantView: BitwiseCopyable {
  /// For each action the sets of menus that hold it; the first set is what is opened.
  @usableFromInline let columns: UnsafePointer<UInt8>
  @usableFromInline let marks: UnsafePointer<Marks>
  /// The policy revision that it was made from.
  @usableFromInline package let revision: Int64
  /// The version of the catalogue that numbers come from.
  @usableFromInline package let version: Int64
  /// The bytes for each action.
  @usableFromInline let columnStride: Int32
  /// How many operators there are.
  @usableFromInline package let operatorCount: Int32
  /// The operators, in the order in which they were added.
  @usableFromInline package let operators: UnsafePointer<OperatorEntry>
  /// Finds actions.
  @usableFromInline package let leaves: CodeTableView
  /// The tenant's code.
  package let code: UsernameKey
  /// What else is known of each operator.
  package let records: UnsafePointer<OperatorRecord>
  let rectangles: UnsafePointer<CompiledRectangle>
  let reaches: UnsafePointer<UInt64>
  let stage: TenantStage
  let requiresKey: Bool
  let productWords: Int32
  let reachWords: Int32
  let accountStates: UnsafePointer<AccountState>
  let times: UnsafePointer<TimeRecord>
  let segments: UnsafePointer<TimeSegment>

  /// The view of a tenant.
  package init(_ tenant: CompiledTenant) {
    columns = tenant.columns.start
    marks = tenant.catalogue.marks.start
    revision = tenant.revision
    version = tenant.catalogue.version
    columnStride = Int32(tenant.columnStride)
    operatorCount = Int32(tenant.operators.count)
    operators = tenant.operators.start
    leaves = tenant.catalogue.leafTable.view
    code = UsernameKey(tenant.code.text) ?? .none
    records = tenant.records.start
    rectangles = tenant.rectangles.start
    reaches = tenant.reaches.start
    stage = tenant.stage
    requiresKey = tenant.requiresKey
    productWords = Int32(tenant.layout.products)
    reachWords = Int32(tenant.layout.products + tenant.layout.accounts)
    accountStates = tenant.accountStates.start
    times = tenant.times.start
    segments = tenant.segments.start
  }
}

extension TenantView {
  /// The answer about a menu alone where the sets of menus decide it: for most operators and menus.
  ///
  /// The same as ``verdict(_:_:at:paymentVerified:keyVerified:)`` would come to, without a branch
  /// that depends on the answer.
  ///
  /// - Parameters:
  ///   - grants: those of an operator.
  ///   - menu: the number of an action; negative for one that is not known.
  /// - Returns: `nil` where more has to be looked at.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  package func plainVerdict(_ grants: PlainGrants, _ menu: Int32) -> Verdict? {
    guard grants.bits != 0, menu >= 0 else { return nil }
    let marks = marks[Int(menu)].rawValue
    guard marks & Marks.beyondMenuBits == 0 else { return nil }
    // Bits of sets behind the stride are those of the next action: no operator holds such sets.
    let column = UnsafeRawPointer(columns).loadUnaligned(
      fromByteOffset: Int(menu) &* Int(columnStride), as: UInt64.self)
    let held = UInt64(littleEndian: column) & grants.bits
    // What is granted is opened as well.
    let opened = held & 1
    let granted: UInt64 = held > 1 ? 1 : 0
    let own = UInt64(truncatingIfNeeded: marks &>> Marks.ownScopePlace & 1) & granted
    return switch opened &+ granted &+ own {
    case 0: Verdict(reason: .outsideEntitlement, scope: .none, revision: revision)
    case 1: Verdict(reason: .menuNotGranted, scope: .none, revision: revision)
    case 2: Verdict(reason: nil, scope: .tenant, revision: revision)
    default: Verdict(reason: nil, scope: .own, revision: revision)
    }
  }
}

extension TenantView {
  /// As ``plainVerdict(_:_:)``, for an operator by its number and an action by its code.
  ///
  /// - Complexity: O(length of the code).
  @inlinable @inline(__always)
  package func plainVerdict(_ person: Int, _ menu: String) -> Verdict? {
    plainVerdict(operators[person].plain, leaves.number(menu))
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
