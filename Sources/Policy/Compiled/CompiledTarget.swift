/// What a question is about, by numbers of the catalogue and the tenant.
@usableFromInline
package struct CompiledTarget: Sendable {
  /// The number of what is not known.
  @usableFromInline package static let unknown: Int32 = -2
  /// The number of what is not named.
  @usableFromInline package static let unnamed: Int32 = -1

  /// The action; negative for one that is not known.
  @usableFromInline package var menu: Int32
  /// The product among those of the tenant.
  @usableFromInline package var product: Int32
  /// The account.
  @usableFromInline package var account: Int32

  /// Takes the three numbers.
  @inlinable
  package init(menu: Int32, product: Int32 = unnamed, account: Int32 = unnamed) {
    self.menu = menu
    self.product = product
    self.account = account
  }
}
