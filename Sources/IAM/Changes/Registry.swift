/// The exchange's register of tenants, operators and permissions: the front door of the library.
///
/// One value a process and file; safe to share between threads. Changes are made in
/// ``change(as:dryRun:_:)``, questions asked in ``inquire(as:_:)``.
public final class Registry: Sendable {
  let database: Database
  let services: Services

  init(database: Database, services: Services) {
    self.database = database
    self.services = services
  }

  /// Opens an existing store.
  ///
  /// - Parameters:
  ///   - path: the database file.
  ///   - readOnly: whether changes are never made through this value.
  ///   - services: the clock, chance, the cost of passwords, and the key of personal data.
  /// - Throws: `DatabaseError` when the file is missing, foreign, newer, unsafe or not readable.
  public convenience init(
    opening path: String, readOnly: Bool = false, services: Services = Services()
  ) throws {
    let database = try Database(
      path: path, mode: readOnly ? .readOnly : .readWrite, migrations: Schema.migrations)
    self.init(database: database, services: services)
  }

  /// Makes changes as one actor, at one instant, in one transaction: all of them or none.
  ///
  /// What speaks against the whole is found before it is committed; a denied or refused change
  /// leaves nothing behind but its row in the audit trail, also where it was only tried. A refusal
  /// names of the operators those whom the actor sees, and says how many others there are.
  ///
  /// - Parameters:
  ///   - identity: who makes them.
  ///   - dryRun: whether to undo everything at the end and only answer what would have been.
  ///   - body: what is done; its error is passed on.
  /// - Returns: the body's answer.
  /// - Throws: `IAMError`, `DatabaseError`, or what the body throws.
  @discardableResult
  public func change<Answer>(
    as identity: Identity, dryRun: Bool = false, _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    try recordingDenials { progress in
      try lendJudged(as: identity, rollingBack: dryRun, progress, body)
    }
  }

  /// Answers a question about a tenant as a document would leave it, and undoes everything.
  ///
  /// The change is judged first: what could not be applied cannot be supposed either, whatever is
  /// asked about it.
  ///
  /// - Parameters:
  ///   - document: what is supposed.
  ///   - identity: who asks; it must be one who could apply the document.
  ///   - question: is asked inside the change.
  /// - Throws: as ``change(as:dryRun:_:)``, and `DocumentError`.
  public func suppose<Answer>(
    _ document: ConfigurationDocument, as identity: Identity,
    _ question: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    try change(as: identity, dryRun: true) { change in
      try change.apply(document)
      try change.finish(database)
      return try question(change)
    }
  }

  /// Makes changes, judges them and undoes them, to foretell to somebody what would speak against
  /// them: nobody has asked for them to be made, so what is denied leaves no row.
  ///
  /// - Throws: as ``change(as:dryRun:_:)``.
  @discardableResult
  public func foretell<Answer>(
    as identity: Identity, _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    try lendJudged(as: identity, rollingBack: true, ChangeProgress(), body)
  }

  private func lendJudged<Answer>(
    as identity: Identity, rollingBack: Bool, _ progress: ChangeProgress,
    _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    do {
      return try lendChange(as: identity, rollingBack: rollingBack, progress) { change in
        let answer = try body(change)
        try change.finish(database)
        return answer
      }
    } catch let error as IAMError {
      throw try told(error, progress)
    }
  }

  /// Lends a change without judging it at the end.
  func lendChange<Answer>(
    as identity: Identity, rollingBack: Bool, _ progress: ChangeProgress,
    _ body: (borrowing Change) throws -> Answer
  ) throws -> Answer {
    try database.write(
      rollingBack: rollingBack,
      lending: { Change($0, identity, services, progress) }, body)
  }
}
