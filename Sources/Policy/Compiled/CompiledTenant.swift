/// One tenant, ready to answer many questions at once: immutable, shared by any number of threads.
///
/// The fast twin of ``TenantPolicy/decide(_:)``: a law says that both always agree. Answering looks
/// at a few words of memory; it takes no lock and allocates nothing.
package final class CompiledTenant: Sendable {
  /// The catalogue that its numbers come from.
  package let catalogue: CompiledCatalogue
  /// The policy revision that it was made from.
  package let revision: Int64
  /// The tenant.
  package let code: TenantCode
  /// Its operators, in the order in which they were added.
  package let operators: FixedMemory<OperatorEntry>
  /// What else is known of each.
  package let records: FixedMemory<OperatorRecord>
  /// Its accounts, in the order of their codes.
  package let accounts: [AccountCode]
  /// The products that targets are numbered by: the catalogue's and the terms named here, in order.
  package let products: [ProductCode]
  let accountStates: FixedMemory<AccountState>
  let layout: RectangleLayout
  /// For each action the sets of menus that hold it.
  let columns: FixedMemory<UInt8>
  /// The bits for each action: no more than needed, for what is small stays in the processor's cache.
  let columnStride: Int
  /// The sets of products and accounts.
  let reaches: FixedMemory<UInt64>
  let rectangles: FixedMemory<CompiledRectangle>
  let times: FixedMemory<TimeRecord>
  let segments: FixedMemory<TimeSegment>
  let stage: TenantStage
  let requiresKey: Bool
  /// The number of each of the catalogue's products; `nil` when it is the catalogue's own.
  let productNumbers: [Int32]?

  init(_ compiler: TenantCompiler, _ people: CompiledPeople) {
    let draft = compiler.draft
    catalogue = draft.catalogue
    revision = draft.revision
    code = draft.tenant.code
    // None lies in two lines of the processor's cache.
    operators = FixedMemory(people.entries, alignment: 64)
    records = FixedMemory(people.records)
    times = FixedMemory(people.times)
    segments = FixedMemory(people.segments)
    accounts = draft.accounts
    accountStates = FixedMemory(draft.accountStates)
    layout = compiler.layout
    // A word that begins at any bit of a byte has 57 sets of one action; else all begin with one.
    let sets = compiler.menuSets.count
    let stride = sets <= 57 ? sets : (sets + 7) / 8 * 8
    columns = FixedMemory(
      compiler.menuSets.columns(of: catalogue.leafCount, stride: stride), alignment: 64)
    columnStride = stride
    reaches = FixedMemory(compiler.reaches.words)
    rectangles = FixedMemory(compiler.rectangles)
    products = compiler.products
    stage = TenantStage(draft.tenant)
    requiresKey = draft.tenant.requiresKey
    productNumbers =
      products.count == draft.catalogue.products.count
      ? nil
      : draft.catalogue.products.map { code in
        Int32(compiler.products.span(of: code).lowerBound)
      }
  }

  /// Compiles a draft.
  ///
  /// - Complexity: O(size of the tenant).
  package static func compile(_ draft: TenantDraft) -> CompiledTenant {
    TenantCompiler(draft).compile()
  }
}
