internal import CSQLite
internal import Policy

/// What one reader holds of the store: a connection, the word, and which files they are.
struct StoreView {
  let database: Database
  let word: RevisionWord?
  let origin: StoreOrigin
  private let status: FileStatus
  private let path: KeptPath
  private let wordPath: KeptPath
  private var version: Int64?

  /// Opens the store.
  init(_ path: String) throws {
    let file = try DatabaseFile(path)
    try file.check()
    // Before it is opened: where it is replaced meanwhile, the next look finds that it is another,
    // whichever of the two was opened.
    guard let status = try FileStatus(path: file.path) else {
      throw DatabaseError(.missing, "the database `\(path)` does not exist")
    }
    let word = try RevisionWord.reading(file)
    database = try Database(
      path: path, mode: .readOnly, migrations: Schema.migrations, patience: .milliseconds(250))
    self.status = status
    self.path = KeptPath(file.path)
    wordPath = KeptPath(file.wordPath)
    origin = StoreOrigin(
      device: status.device, node: status.node, generation: word?.generation ?? 0)
    self.word = word
  }

  /// The word as it is now; odd, as if a commit were under way, where there is none.
  var wordValue: UInt64 { word?.value ?? 1 }

  /// Whether database and word are still the files at their paths, not replaced since.
  func isCurrent() throws -> Bool {
    let found = try FileStatus(wordPath)
    let isSameWord = word.map { $0.file.isSameFile(as: found) } ?? (found == nil)
    guard isSameWord, word?.generation ?? 0 == origin.generation else { return false }
    return try status.isSameFile(as: FileStatus(path))
  }

  /// Whether anything may have been committed since the last call, by whomever; the first call has
  /// nothing to compare with.
  mutating func hasChanged() throws -> Bool {
    let found = try database.dataVersion()
    defer { version = found }
    return found != version
  }
}

extension ReadTransaction {
  /// What must be unchanged for a compiled tenant to be still right: the version of the catalogue,
  /// and the tenant's revision, `nil` when it is not there.
  func freshness(of tenant: Int64) throws -> (version: Int64, revision: Int64?) {
    let found = try first(
      """
      SELECT coalesce((SELECT value FROM counter WHERE name = 'catalogue'), 0),
        (SELECT revision FROM tenant WHERE id = ?)
      """, tenant
    ) { (version: try $0.int(0), revision: try $0.intOrNil(1)) }
    guard let found else { throw DatabaseError(.integrity, "a query without a table has a row") }
    return found
  }
}
