/// One step of the schema: what turns the version before into this one.
///
/// Steps are only ever added; one that was released never changes.
struct Migration: Sendable {
  /// The version after the step, counted from 1 without gaps.
  let version: Int64
  /// SQL scripts, each of any number of statements, run in order in one transaction.
  var scripts: [StaticString] { makeScripts() }
  /// Most who open a database run none, so they are put together when they are.
  private let makeScripts: @Sendable () -> [StaticString]

  /// A step to a version.
  init(version: Int64, _ scripts: @autoclosure @escaping @Sendable () -> [StaticString]) {
    self.version = version
    makeScripts = scripts
  }
}
