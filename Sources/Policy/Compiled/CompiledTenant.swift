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
  package let operators: FixedMemory<OperatorRecord>
  /// Its accounts, in the order of their codes.
  package let accounts: [AccountCode]
  /// The products that targets are numbered by: the catalogue's and the terms named here, in order.
  package let products: [ProductCode]
  let accountStates: FixedMemory<AccountState>
  let layout: RectangleLayout
  let words: FixedMemory<UInt64>
  let times: FixedMemory<TimeRecord>
  let segments: FixedMemory<TimeSegment>
  let stage: TenantStage
  let requiresKey: Bool
  /// The number of each of the catalogue's products; `nil` when it is the catalogue's own.
  let productNumbers: [Int32]?

  init(
    _ draft: TenantDraft, _ layout: RectangleLayout, products: [ProductCode],
    records: [OperatorRecord], times: [TimeRecord], segments: [TimeSegment], words: [UInt64]
  ) {
    catalogue = draft.catalogue
    revision = draft.revision
    code = draft.tenant.code
    operators = FixedMemory(records)
    accounts = draft.accounts
    accountStates = FixedMemory(draft.accountStates)
    self.layout = layout
    self.words = FixedMemory(words, alignment: 64)
    self.times = FixedMemory(times)
    self.segments = FixedMemory(segments)
    self.products = products
    stage = TenantStage(draft.tenant)
    requiresKey = draft.tenant.requiresKey
    productNumbers =
      products.count == draft.catalogue.products.count
      ? nil : draft.catalogue.products.map { code in Int32(products.span(of: code).lowerBound) }
  }

  /// Compiles a draft.
  ///
  /// - Complexity: O(size of the tenant).
  package static func compile(_ draft: TenantDraft) -> CompiledTenant {
    TenantCompiler(draft).compile()
  }
}
