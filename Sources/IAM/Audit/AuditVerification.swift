/// What going through the whole audit trail showed.
public struct AuditVerification: Sendable, Equatable {
  /// How many problems are named at most.
  public static let problemLimit = 100

  /// The rows found.
  public internal(set) var size: Int64 = 0
  /// The root of the tree over them; of no meaning when rows are missing.
  public internal(set) var root = MerkleTree.emptyRoot
  /// What is wrong, in the order of the rows: the first ``problemLimit``.
  public internal(set) var problems: [AuditProblem] = []
  /// How many problems there are.
  public internal(set) var problemCount = 0
  /// How many rows bear an earlier time than the one before: the clock was set back. No problem.
  public internal(set) var clockStepsBack = 0
  /// The size of the checkpoint that the trail was compared with.
  public internal(set) var checkpointSize: Int64?

  /// Whether nothing is wrong.
  public var holds: Bool { problemCount == 0 }

  mutating func note(_ problem: AuditProblem) {
    problemCount += 1
    if problems.count < Self.problemLimit { problems.append(problem) }
  }
}
