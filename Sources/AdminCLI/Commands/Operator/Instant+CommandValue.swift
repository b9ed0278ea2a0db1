import IAM
import Policy

extension Instant: CommandValue {
  /// A time by RFC 3339, or a day: its first moment in Asia/Shanghai.
  static func parse(_ text: String) throws(CommandFailure) -> Instant {
    guard let milliseconds = RFC3339.milliseconds(text) else {
      throw CommandFailure(
        "invalid-time", Text(zh: "`\(text)` 不是有效的时间", en: "`\(text)` is not a time"),
        hint: Text(
          zh: "写作 2026-03-01 或 2026-03-01T09:15:00+08:00",
          en: "write 2026-03-01 or 2026-03-01T09:15:00+08:00"), exit: .invalidData)
    }
    return Instant(milliseconds: milliseconds)
  }
}
