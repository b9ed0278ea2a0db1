/// One step of the schema: what turns the version before into this one.
///
/// Steps are only ever added; one that was released never changes.
struct Migration: Sendable {
  /// The version after the step, counted from 1 without gaps.
  let version: Int64
  /// SQL scripts, each of any number of statements, run in order in one transaction.
  let scripts: [StaticString]

  /// A step to a version.
  init(version: Int64, _ scripts: StaticString...) {
    self.version = version
    self.scripts = scripts
  }
}
