/// What a compiled tenant looks at to answer about one operator where its ``OperatorEntry`` is not
/// enough.
package struct OperatorRecord: Sendable, BitwiseCopyable {
  /// The number under which the store knows it.
  package let id: Int64
  /// Its rectangles, validities disregarded.
  let rectangles: RectangleList
  /// The ceilings of its groups that are less than what is opened.
  let ceilings: RectangleList
  /// Where what depends on time is kept; -1 where nothing does.
  let time: Int32
  let flags: OperatorFlags
}

extension OperatorRecord {
  init(
    _ person: TenantDraft.Person, rectangles: RectangleList, ceilings: RectangleList?, time: Int32
  ) {
    id = person.id
    self.rectangles = rectangles
    self.ceilings = ceilings ?? RectangleList()
    self.time = time
    var flags = OperatorFlags(person.facts)
    if ceilings == nil { flags.insert(.reachesOpened) }
    self.flags = flags
  }

  /// Whether the menu alone decides, wherever the tenant itself is open.
  var isPlain: Bool {
    time < 0 && flags.contains(.reachesOpened)
      && flags.isDisjoint(with: [.inactive, .loginPasswordPending])
  }
}

/// Menus, and the products and accounts that they are permitted on: the numbers of two sets.
struct CompiledRectangle: Sendable, Equatable, BitwiseCopyable {
  /// Which set of menus.
  var menus: Int32
  /// Which set of products and accounts.
  var reach: Int32

  /// All that is opened to the tenant.
  static let opened = CompiledRectangle(menus: 0, reach: 0)
}

/// Some rectangles that follow each other.
struct RectangleList: Sendable, BitwiseCopyable {
  /// The place of the first.
  var start: Int32 = 0
  /// How many.
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
