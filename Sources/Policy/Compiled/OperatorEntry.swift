/// What nearly every question looks at about one operator: half a line of the processor's cache, for
/// there are many operators, and what is not in the cache takes the most time.
@usableFromInline
package struct OperatorEntry: Sendable, BitwiseCopyable {
  /// The username.
  @usableFromInline package let key: UsernameKey
  /// What decides about a target that is a menu alone.
  @usableFromInline package let plain: PlainGrants
}

/// The sets of menus that an operator holds, one bit each, where they and the menu decide about a
/// target that is a menu alone: for most operators.
///
/// The first bit is what is opened to the tenant. No bit at all says that more has to be looked at.
@usableFromInline
package struct PlainGrants: Sendable, Hashable, BitwiseCopyable {
  @usableFromInline let bits: UInt64

  /// Takes the bits.
  init(bits: UInt64) { self.bits = bits }

  /// Where more has to be looked at.
  package static let none = PlainGrants(bits: 0)
}
