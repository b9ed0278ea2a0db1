internal import CSQLite

/// How a database comes to be open: every check before the first statement of a caller.
struct DatabaseOpening {
  /// The file.
  let file: DatabaseFile
  /// The lock that creating and migrating hold.
  let lock: WriterLock
  /// What the connections share.
  let context: ConnectionContext

  /// A connection to a complete database of the known schema.
  func known(_ access: Connection.Access) throws(DatabaseError) -> Connection {
    try file.check()
    try file.requireContent()
    let connection = try Connection.open(path: file.path, access: access, context: context)
    try connection.requireKnownSchema()
    // Of an archive the library does not say.
    if access != .archive { try connection.requireWriteAheadLog() }
    return connection
  }

  /// A connection that changes a complete database, which is first brought up to date.
  func writer(_ migrations: [Migration]) throws -> Connection {
    try file.check()
    try file.requireContent()
    let connection = try Connection.open(path: file.path, access: .readWrite, context: context)
    let found = try connection.schemaVersion()
    if found > 0 && found < context.schemaVersion {
      try lock.hold { try connection.migrate(migrations) }
    }
    try connection.requireKnownSchema()
    try connection.requireWriteAheadLog()
    return connection
  }

  /// A connection to a new database, which is complete once this returns.
  ///
  /// Schema and first content are one transaction, so a crash leaves an incomplete file that holds
  /// nothing, and the next attempt starts over.
  func create<Shape: LentTransaction & ~Copyable>(
    _ migrations: [Migration], lending shape: (consuming WriteTransaction) -> Shape,
    populate: (borrowing Shape) throws -> Void
  ) throws -> Connection {
    _ = try file.createEmpty()
    try file.check()
    let connection = try Connection.open(path: file.path, access: .readWrite, context: context)
    try requireEmpty(connection)
    let transaction = shape(WriteTransaction(connection))
    try lock.hold {
      try transaction.withConnection { connection in
        // Another process may have finished while this one waited for the lock.
        try requireEmpty(connection)
        try file.protect()
        try connection.run(script: "PRAGMA journal_mode = WAL")
        try connection.requireWriteAheadLog()
        try connection.change {
          let mark = "PRAGMA application_id = \(Connection.applicationIdentifier)"
          try connection.run(script: mark)
          for migration in migrations { try connection.apply(migration) }
          try populate(transaction)
        }
        connection.checkpoint()
      }
    }
    return transaction.end()
  }

  private func requireEmpty(_ connection: borrowing Connection) throws(DatabaseError) {
    guard try connection.schemaVersion() > 0 else { return }
    throw DatabaseError(.alreadyExists, "the database `\(file.path)` exists already")
  }
}
