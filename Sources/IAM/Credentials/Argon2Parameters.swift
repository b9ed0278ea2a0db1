/// What one Argon2id computation costs.
///
/// - Source: RFC 9106 section 4; OWASP Password Storage Cheat Sheet.
public struct Argon2Parameters: Sendable, Hashable {
  /// Memory in KiB.
  public let memory: UInt32
  /// Passes over the memory.
  public let passes: UInt32
  /// Lanes, computed by a thread each.
  public let lanes: UInt32

  /// The second recommendation of RFC 9106: 64 MiB, 3 passes, 4 lanes.
  public static let standard = Argon2Parameters(uncheckedMemory: 65_536, passes: 3, lanes: 4)
  /// The weakest set accepted, inclusive, number by number: 19 MiB, 2 passes, 1 lane.
  public static let floor = Argon2Parameters(uncheckedMemory: 19_456, passes: 2, lanes: 1)
  /// The costliest set accepted, inclusive, number by number: 1 GiB, 16 passes, 16 lanes.
  ///
  /// A stored string beyond it would let whoever can write the database exhaust the machine.
  public static let ceiling = Argon2Parameters(uncheckedMemory: 1_048_576, passes: 16, lanes: 16)

  /// Takes a set between ``floor`` and ``ceiling``.
  ///
  /// - Throws: `weakParameters` or `costlyParameters`.
  public init(memory: UInt32, passes: UInt32, lanes: UInt32) throws(CredentialError) {
    self.init(uncheckedMemory: memory, passes: passes, lanes: lanes)
    try check(floor: .floor)
  }

  /// Takes any set; ``check(floor:)`` must follow before it is used.
  init(uncheckedMemory memory: UInt32, passes: UInt32, lanes: UInt32) {
    self.memory = memory
    self.passes = passes
    self.lanes = lanes
  }

  /// Takes any set, also one too cheap to protect a password. For tests only, which would
  /// otherwise spend their time hashing; it goes into the hasher's initialiser for tests.
  ///
  /// - Parameters:
  ///   - memory: KiB, at least 8 a lane.
  ///   - passes: 1 or more.
  ///   - lanes: 1 or more.
  static func uncheckedForTesting(memory: UInt32, passes: UInt32, lanes: UInt32) -> Self {
    Argon2Parameters(uncheckedMemory: memory, passes: passes, lanes: lanes)
  }

  /// Refuses a set with a number below that of `floor` or above that of ``ceiling``.
  func check(floor: Argon2Parameters) throws(CredentialError) {
    if isBelow(floor) { throw .weakParameters }
    if Argon2Parameters.ceiling.isBelow(self) { throw .costlyParameters }
  }

  /// Whether some number is smaller than that of the other set.
  func isBelow(_ other: Argon2Parameters) -> Bool {
    memory < other.memory || passes < other.passes || lanes < other.lanes
  }
}
