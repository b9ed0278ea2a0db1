/// What a compiled tenant looks at to answer about one operator: one line of the processor's cache,
/// for there are many operators, and what is not in the cache takes the most time.
@usableFromInline
package struct OperatorRecord: Sendable, BitwiseCopyable {
  /// The username.
  @usableFromInline package let key: UsernameKey
  /// The number under which the store knows it.
  @usableFromInline package let id: Int64
  /// Its rectangles, validities disregarded: the first word and how many.
  let rectangles: RectangleList
  /// The ceilings of its groups that are less than what is opened.
  let ceilings: RectangleList
  /// Where what depends on time is kept; -1 where nothing does.
  @usableFromInline let time: Int32
  let flags: OperatorFlags
  /// Whether its only rectangle and the menu decide about a target that is a menu alone. See
  /// ``TenantView/plainVerdict(_:isPlain:_:)``.
  @usableFromInline package let isPlain: Bool
  /// Up to the end of the line.
  private let rest: UInt64 = 0
}

extension OperatorRecord {
  init(
    _ person: TenantDraft.Person, rectangles: RectangleList, ceilings: RectangleList?, time: Int32,
    isOpen: Bool
  ) {
    key = person.key
    id = person.id
    self.rectangles = rectangles
    self.ceilings = ceilings ?? RectangleList()
    self.time = time
    var flags = OperatorFlags(person.facts)
    if ceilings == nil { flags.insert(.reachesOpened) }
    self.flags = flags
    isPlain =
      isOpen && time < 0 && rectangles.count == 1 && flags.contains(.reachesOpened)
      && flags.isDisjoint(with: [.inactive, .loginPasswordPending])
  }
}

/// Some rectangles that follow each other.
struct RectangleList: Sendable, BitwiseCopyable {
  /// The place of the first word.
  var start: Int32 = 0
  /// How many rectangles.
  var count: Int32 = 0
}

/// Facts of an operator, one bit each.
struct OperatorFlags: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  static let pending = OperatorFlags(rawValue: 1)
  static let suspended = OperatorFlags(rawValue: 2)
  static let offboarded = OperatorFlags(rawValue: 4)
  /// The state is another than active.
  static let inactive: OperatorFlags = [.pending, .suspended, .offboarded]
  static let loginPasswordPending = OperatorFlags(rawValue: 8)
  static let paymentPasswordSet = OperatorFlags(rawValue: 16)
  /// It is the master, or one of its own groups may hand out all that is opened.
  static let reachesOpened = OperatorFlags(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ facts: PersonFacts) {
    var flags: OperatorFlags =
      switch facts.state {
      case .active: []
      case .pending: .pending
      case .suspended: .suspended
      case .offboarded: .offboarded
      }
    if facts.loginPasswordPending { flags.insert(.loginPasswordPending) }
    if facts.paymentPasswordSet { flags.insert(.paymentPasswordSet) }
    if facts.isMaster { flags.insert(.reachesOpened) }
    self = flags
  }
}

/// What of an operator depends on time.
struct TimeRecord: Sendable, BitwiseCopyable {
  var validity: Validity
  var lockedUntil: Instant?
  /// Where its segments begin in the tenant's list, one more than it has boundaries; none when its
  /// grants always hold.
  var firstSegment: Int
  var segmentCount: Int
}

/// A piece of time in which an operator's grants stay the same.
struct TimeSegment: Sendable, BitwiseCopyable {
  /// The first instant; the first segment of an operator has the least.
  var from: Instant
  var rectangles: RectangleList
}
