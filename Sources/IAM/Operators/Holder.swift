/// What holdings belong to.
enum Holder: Equatable {
  /// An operator, to whom they were given.
  case `operator`(Int64)
  /// A user group, which hands them down.
  case group(Int64)
}
