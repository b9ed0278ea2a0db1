internal import Glibc
internal import Synchronization

/// How many handles are open in this process, or were in the process that it was forked from.
///
/// SQLite remembers which files are open and locked. A child inherits what it remembers but not the
/// locks, and may inherit its mutexes as held by a thread that is not there. So a process that was
/// forked while a handle was open never opens one.
enum OpenHandles {
  /// The process in the upper half, the number of its handles in the lower; 0 for none.
  private static let state = Atomic<UInt64>(0)

  /// Counts a handle that is going to be opened.
  ///
  /// - Throws: `forked` where an ancestor had one open.
  static func enter() throws(CheckFailure) {
    let process = UInt64(UInt32(bitPattern: getpid())) << 32
    var known = state.load(ordering: .acquiring)
    while true {
      guard known == 0 || known & 0xFFFF_FFFF_0000_0000 == process else { throw .forked }
      let next = (known == 0 ? process : known) + 1
      let outcome = state.compareExchange(
        expected: known, desired: next, ordering: .acquiringAndReleasing)
      if outcome.exchanged { return }
      known = outcome.original
    }
  }

  /// Counts a handle of this process that is closed, or was not opened in the end.
  static func leave() {
    var known = state.load(ordering: .acquiring)
    while true {
      let next = known & 0xFFFF_FFFF == 1 ? 0 : known - 1
      let outcome = state.compareExchange(
        expected: known, desired: next, ordering: .acquiringAndReleasing)
      if outcome.exchanged { return }
      known = outcome.original
    }
  }
}
