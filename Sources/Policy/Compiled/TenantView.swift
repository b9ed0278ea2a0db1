/// Where a compiled tenant lies in memory: everything that answering looks at, one step away.
///
/// Valid as long as the ``CompiledTenant`` that it was made from; whoever keeps one keeps that too.
package struct TenantView: BitwiseCopyable {
  let words: UnsafePointer<UInt64>
  let operators: UnsafePointer<OperatorRecord>
  let marks: UnsafePointer<Marks>
  /// The usernames of the operators.
  package let keys: UnsafePointer<UsernameKey>
  /// The numbers under which the store knows them.
  package let ids: UnsafePointer<Int64>
  /// The policy revision that it was made from.
  package let revision: Int64
  let menuWords: Int32
  let productWords: Int32
  let size: Int32
  /// How many operators there are.
  package let operatorCount: Int32
  let stage: TenantStage
  let requiresKey: Bool
  let accountStates: UnsafePointer<AccountState>
  let times: UnsafePointer<TimeRecord>
  let segments: UnsafePointer<TimeSegment>
  /// Finds actions.
  package let leaves: CodeTableView
  /// The version of the catalogue that numbers come from.
  package let version: Int64

  /// The view of a tenant.
  package init(_ tenant: CompiledTenant) {
    words = tenant.words.start
    operators = tenant.operators.start
    keys = tenant.keys.start
    ids = tenant.ids.start
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
