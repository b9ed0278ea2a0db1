extension Connection {
  /// Marks a file as this program's: `IAMc` in ASCII.
  static let applicationIdentifier: Int64 = 0x4941_4D63

  /// The version of the schema in the file; 0 when the file holds nothing at all yet.
  ///
  /// Throws `foreignApplication` when the file is somebody else's.
  func schemaVersion() throws(DatabaseError) -> Int64 {
    let found = try integer("PRAGMA application_id")
    if found == Self.applicationIdentifier { return try integer("PRAGMA user_version") }
    guard found == 0, try integer("SELECT count(*) FROM sqlite_schema") == 0,
      try integer("PRAGMA user_version") == 0
    else {
      throw DatabaseError(
        .foreignApplication(found: found), "the database belongs to another program")
    }
    return 0
  }

  /// Throws unless the schema in the file is the one that this program knows.
  func requireKnownSchema() throws(DatabaseError) {
    let found = try schemaVersion()
    let known = context.schemaVersion
    if found == known { return }
    if found == 0 {
      throw DatabaseError(.incomplete, "the database was never set up completely")
    }
    if found > known { throw Self.tooNew(found: found, known: known) }
    throw DatabaseError(
      .schemaTooOld(found: found, known: known),
      "the database has schema version \(found), but version \(known) is needed")
  }

  /// Brings an older file up to date, one transaction a step. The writer lock must be held.
  func migrate(_ migrations: [Migration]) throws {
    for migration in migrations {
      try change {
        let found = try schemaVersion()
        if found > context.schemaVersion {
          throw Self.tooNew(found: found, known: context.schemaVersion)
        }
        if migration.version > found { try apply(migration) }
      }
    }
  }

  /// Runs a migration's scripts and notes its version, in the transaction that is open.
  func apply(_ migration: Migration) throws(DatabaseError) {
    for script in migration.scripts { try run(script: script) }
    try run(script: "PRAGMA user_version = \(migration.version)")
  }

  private static func tooNew(found: Int64, known: Int64) -> DatabaseError {
    DatabaseError(
      .schemaTooNew(found: found, known: known),
      "the database has schema version \(found), which is newer than version \(known)")
  }
}
