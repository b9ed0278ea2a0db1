/// How new a view of the store is, as far as one tenant is concerned.
struct Freshness {
  /// The version of the catalogue.
  let version: Int64
  /// The tenant's revision; `nil` when the tenant is not there.
  let revision: Int64?
  /// Whether the two tell of every change: not where another program has changed something and gone
  /// past the revisions. The next change by this one tells of that too.
  let isComplete: Bool
}
