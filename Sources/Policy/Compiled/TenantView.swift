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
  /// The bits for each action.
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
    let place = Int(menu) &* Int(columnStride)
    let column = UnsafeRawPointer(columns).loadUnaligned(
      fromByteOffset: place &>> 3, as: UInt64.self)
    // Bits behind the stride are those of the next action: no operator holds such sets.
    let held = UInt64(littleEndian: column) &>> UInt64(place & 7) & grants.bits
    // What is granted is opened as well.
    let opened = held & 1
    let granted: UInt64 = held > 1 ? 1 : 0
    let own = UInt64(truncatingIfNeeded: marks &>> Marks.ownScopePlace & 1) & granted
    let answer = 8 &* (opened &+ granted &+ own)
    return Verdict(
      reason: Self.reasons.byte(at: answer, as: Reason?.self),
      scope: Self.scopes.byte(at: answer, as: Decision.Scope.self), revision: revision)
  }

  /// Why, by how much of opened, granted and own there is: a byte each, for a branch that is foretold
  /// wrong would wait for the memory that the answer comes from.
  @inlinable
  static var reasons: PackedBytes {
    PackedBytes(Reason?.some(.outsideEntitlement), .some(.menuNotGranted), nil, nil)
  }
  /// Whose records are shown, likewise.
  @inlinable
  static var scopes: PackedBytes {
    PackedBytes(Decision.Scope.none, .none, .tenant, .own)
  }
}

/// Four values of one byte each in one number.
@usableFromInline
struct PackedBytes {
  @usableFromInline let bits: UInt32

  /// Packs the values of a type whose values are single bytes.
  @inlinable @inline(__always)
  init<Value: BitwiseCopyable>(_ first: Value, _ second: Value, _ third: Value, _ fourth: Value) {
    func byte(_ value: Value) -> UInt32 { UInt32(unsafeBitCast(value, to: UInt8.self)) }
    bits = byte(first) | byte(second) << 8 | byte(third) << 16 | byte(fourth) << 24
  }

  /// The value that begins at a bit, of the type that was packed.
  @inlinable @inline(__always)
  func byte<Value: BitwiseCopyable>(at bit: UInt64, as type: Value.Type) -> Value {
    unsafeBitCast(UInt8(truncatingIfNeeded: bits &>> UInt32(truncatingIfNeeded: bit)), to: type)
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
