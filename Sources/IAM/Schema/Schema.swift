/// The tables. SQL that PostgreSQL would read the same way: explicit ids, integers for times
/// (milliseconds since 1970 UTC) and booleans, a check for every rule that a database can hold.
enum Schema {
  /// Every step from an empty file to the present tables; steps are only ever added.
  static let migrations = [
    Migration(
      version: 1, catalogue, tenants, operators, holdings, credentials, audit, touched, noticed)
  ]
}
