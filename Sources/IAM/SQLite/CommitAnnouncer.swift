internal import CSQLite
internal import Glibc
internal import Synchronization

/// Tells the readers of every process of a commit, by the word beside the database.
final class CommitAnnouncer: Sendable {
  private let database: DatabaseFile
  private let word = Mutex<RevisionWord?>(nil)

  /// The announcer of a database.
  init(of database: DatabaseFile) {
    self.database = database
  }

  /// Runs a commit, or whatever else changes what readers see. The writer lock must be held.
  ///
  /// The word is odd before the commit can become visible and even and higher once it is over,
  /// whether it succeeded or not: then readers only look once more than they had to. Without a word
  /// that can be raised nothing is committed.
  ///
  /// - Parameter isReplacement: whether the whole database is replaced, so that revisions of before
  ///   do not compare with those of after. It is over when every reader looks at the files again.
  func announce<Answer>(
    isReplacement: Bool = false, _ commit: () throws -> Answer
  ) throws -> Answer {
    var outcome: Result<Answer, any Error>?
    try withWord { word in
      let under = word.value | 1
      word.store(under)
      if isReplacement { word.raiseGeneration() }
      outcome = Result(catching: commit)
      if isReplacement { waitForReaders() }
      // Whatever was in the file: what follows the highest number is even as well.
      word.store(under &+ 1)
    }
    guard let outcome else { preconditionFailure("a commit ends well or badly") }
    return try outcome.get()
  }

  /// Runs what brings the log into the database file, so that readers know who changed the file.
  /// The writer lock must be held.
  func announceCheckpoint<Answer>(_ checkpoint: () -> Answer) throws -> Answer {
    try withWord { word in
      let under = word.checkpoints | 1
      word.store(checkpoints: under)
      defer { word.store(checkpoints: under &+ 1) }
      return checkpoint()
    }
  }

  private func withWord<Answer>(_ body: (RevisionWord) throws -> Answer) throws -> Answer {
    try word.withLock { slot in
      let found = try FileStatus(path: database.wordPath)
      if slot?.file.isSameFile(as: found) != true { slot = nil }
      let word = try slot ?? RevisionWord.writing(database)
      slot = word
      return try body(word)
    }
  }

  /// Readers look at the files once a tick of a clock that all processes share: one that did so just
  /// before they were replaced asks the old ones until the next.
  private func waitForReaders() {
    let tick = iam_coarse_clock()
    while iam_coarse_clock() == tick { usleep(200) }
  }
}
