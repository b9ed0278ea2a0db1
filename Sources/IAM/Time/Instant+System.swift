// The C library's structures reach Swift through the first C module that includes their headers.
internal import CSQLite
internal import Glibc
public import Policy

extension Instant {
  /// The machine's real-time clock.
  @Sendable public static func systemNow() -> Instant {
    var time = timespec()
    // SAFETY: the structure is ours and outlives the call, which cannot fail for this clock.
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
