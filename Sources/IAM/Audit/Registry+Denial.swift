internal import Policy

extension Registry {
  /// Does something that may be denied, and records that it was.
  ///
  /// Who is denied is told so even where no row can be written, as by one who may only read the
  /// store.
  func recordingDenials<Answer>(_ body: (ChangeProgress) throws -> Answer) throws -> Answer {
    let progress = ChangeProgress()
    do {
      return try body(progress)
    } catch let error as IAMError where progress.isDenied(by: error) {
      do {
        try forDenials().recordDenial(error, progress)
      } catch is DatabaseError {
        throw error
      }
      throw error
    }
  }

  /// A value through which a row can be written, whether or not this one is for changes.
  private func forDenials() throws -> Registry {
    if isForChanges { return self }
    let database = try Database(
      path: database.file.path, mode: .readWrite, migrations: Schema.migrations)
    return Registry(database: database, services: services)
  }

  /// Records that a command was denied, in a transaction of its own: the denied one is undone.
  ///
  /// The row stands in the tenant that the command was about; in the caller's own where the caller
  /// may not see that one, so that nobody learns from their trail who knocked at a strange door,
  /// nor finds strange names in it.
  private func recordDenial(_ error: IAMError, _ progress: ChangeProgress) throws {
    guard var intent = progress.intent, let actor = progress.actor else { return }
    if actor.isOutOfSight(intent.tenant) { intent.tenant = actor.tenant }
    try lendChange(as: .nobody, rollingBack: false, ChangeProgress()) { change in
      try change.recordUnchanged(intent, by: actor, outcome: .denied, reason: error.code)
    }
  }
}

extension ActingOperator {
  /// Whether another's tenant is not there for this operator.
  func isOutOfSight(_ other: Int64) -> Bool { other != tenant && !isStaff }
}

extension ChangeProgress {
  /// Whether an error is a denial that the trail keeps: one by the decision engine or the gate, or
  /// a tenant that the caller may not see.
  func isDenied(by error: IAMError) -> Bool {
    if error.isDenial { return true }
    guard case .notFound(.tenant, _) = error, let intent, let actor else { return false }
    return actor.isOutOfSight(intent.tenant)
  }
}
