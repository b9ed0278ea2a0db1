internal import CSQLite
internal import Policy

/// What one reader holds of the store: a connection, the word, and which files they are.
struct StoreView {
  let database: Database
  let word: RevisionWord?
  let origin: StoreOrigin
  private var status: FileStatus
  /// The number of checkpoints before `status` was found.
  private var checkpoints: UInt64
  private let path: KeptPath
  private let wordPath: KeptPath
  private var version: Int64?

  /// What came of looking at the files.
  enum Finding {
    /// Nothing has happened.
    case same
    /// Something may have been committed, by whomever.
    case committed
    /// The store is another, or was changed by something else than commits and checkpoints.
    case replaced
  }

  /// Opens the store.
  ///
  /// - Parameters:
  ///   - path: from the root; links in it are followed anew by each look.
  ///   - edition: see ``StoreOrigin``.
  init(_ path: String, edition: UInt64) throws {
    let file = try DatabaseFile(path)
    try file.check()
    // Before it is opened, and in this order: where it is replaced meanwhile, the next look finds
    // that it is another, whichever of the two was opened.
    let word = try RevisionWord.reading(file)
    let generation = word?.generation ?? 0
    checkpoints = word?.checkpoints ?? 0
    self.path = KeptPath(path)
    wordPath = KeptPath(path + ".rev")
    guard let status = try FileStatus(self.path) else {
      throw DatabaseError(.missing, "the database `\(path)` does not exist")
    }
    database = try Database(
      path: path, mode: .readOnly, migrations: Schema.migrations, patience: .milliseconds(250))
    self.status = status
    origin = StoreOrigin(
      device: status.device, node: status.node, generation: generation, edition: edition)
    self.word = word
  }

  /// The word as it is now; odd, as if a commit were under way, where there is none.
  var wordValue: UInt64 { word?.value ?? 1 }

  /// Looks at the files; the first look has no commit to compare with.
  ///
  /// - Throws: `DatabaseError` when they cannot be examined.
  mutating func look() throws -> Finding {
    guard try isCurrent() else { return .replaced }
    let found = try database.dataVersion()
    defer { version = found }
    return found == version ? .same : .committed
  }

  /// Whether database and word are still the files at their paths, and nothing but checkpoints has
  /// changed the database file since the last look.
  mutating func isCurrent() throws -> Bool {
    let before = word?.checkpoints ?? 0
    let foundWord = try FileStatus(wordPath)
    let isSameWord = word.map { $0.file.isSameFile(as: foundWord) } ?? (foundWord == nil)
    guard isSameWord, word?.generation ?? 0 == origin.generation, let found = try FileStatus(path),
      status.isSameFile(as: found), !found.isWorldWritable
    else { return false }
    if found.isChanged(since: status), !hasBeenCheckpointed() { return false }
    status = found
    checkpoints = before
    return true
  }

  /// Whether a checkpoint has begun since the last look, or is still under way.
  private func hasBeenCheckpointed() -> Bool {
    guard let now = word?.checkpoints else { return false }
    return now != checkpoints || now & 1 != 0
  }
}

extension ReadTransaction {
  /// What must be unchanged for a compiled tenant to be still right.
  func freshness(of tenant: Int64) throws -> Freshness {
    let found = try first(
      """
      SELECT coalesce((SELECT value FROM counter WHERE name = 'catalogue'), 0),
        (SELECT revision FROM tenant WHERE id = ?),
        EXISTS (SELECT 1 FROM touched WHERE kind > '')
      """, tenant
    ) {
      Freshness(
        version: try $0.int(0), revision: try $0.intOrNil(1), isComplete: try !$0.bool(2))
    }
    guard let found else { throw DatabaseError(.integrity, "a query without a table has a row") }
    return found
  }
}
