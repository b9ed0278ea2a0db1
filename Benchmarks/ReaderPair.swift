import IAM

/// Two readers of one checker, each asked in a thread of its own.
struct ReaderPair {
  private let benches: [CheckBench]

  /// Loads every tenant into both.
  init(_ checker: PermissionChecker, _ questions: [Workload.Question]) throws {
    benches = try (0..<2).map { _ in try CheckBench(checker.reader(), questions) }
  }

  /// Asks in both threads, and waits for both.
  ///
  /// - Returns: how many answers were wrong.
  func ask(_ body: @escaping @Sendable (CheckBench) throws -> Int) throws -> Int {
    let runners = benches.map { bench in
      // Each is used by one thread at a time: the next begins after this one has ended.
      nonisolated(unsafe) let bench = bench
      return Runner { try body(bench) }
    }
    return try runners.map { try $0.result() }.reduce(0, +)
  }
}
