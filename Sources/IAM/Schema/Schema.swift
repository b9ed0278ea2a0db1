/// The tables. SQL that PostgreSQL would read the same way: explicit ids, integers for times
/// (milliseconds since 1970 UTC) and booleans, a check for every rule that a database can hold.
///
/// In a table without row ids the columns of the key come first, in the key's order: the library's
/// own examination (3.40) reports damage where there is none otherwise.
enum Schema {
  /// Every step from an empty file to the present tables; steps are only ever added.
  static let migrations = [
    Migration(
      version: 1,
      [catalogue, tenants, operators, holdings, credentials, audit, touched, noticed])
  ]
}
