/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970 UTC, negative before.
  public let milliseconds: Int64

  /// Takes milliseconds since 1970 UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders instants in time.
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant `duration` later; stays at the ends of the range instead of overflowing.
  public static func + (left: Self, duration: Duration) -> Self {
    let (seconds, attoseconds) = duration.components
    let (scaled, tooLong) = seconds.multipliedReportingOverflow(by: 1000)
    let rest = attoseconds / 1_000_000_000_000_000
    let (step, stepTooLong) = scaled.addingReportingOverflow(rest)
    let (sum, overflow) = left.milliseconds.addingReportingOverflow(step)
    guard tooLong || stepTooLong || overflow else { return Instant(milliseconds: sum) }
    return Instant(milliseconds: duration < .zero ? .min : .max)
  }

  /// Milliseconds since midnight on the exchange's clock (Asia/Shanghai: UTC+8, no summer time
  /// since 1991), from 0 up to but not including 86,400,000.
  public var exchangeTimeOfDay: Int64 {
    let day: Int64 = 86_400_000
    let rest = (milliseconds % day + 28_800_000) % day
    return rest < 0 ? rest + day : rest
  }
}

/// When a grant holds: from an instant (included) until another (not included).
public struct Validity: Hashable, Sendable {
  /// The first instant, or `nil` for always so far.
  public var from: Instant?
  /// The first instant after, or `nil` for no end.
  public var until: Instant?

  /// Holds at every instant.
  public static let always = Validity()

  /// Takes both ends; a validity whose `until` is not after its `from` never holds.
  public init(from: Instant? = nil, until: Instant? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether it holds at `instant`.
  public func contains(_ instant: Instant) -> Bool {
    if let from, instant < from { return false }
    if let until, instant >= until { return false }
    return true
  }
}
