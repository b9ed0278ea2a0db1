import Glibc

/// A terminal that does not echo, from making this until `restore()`.
///
/// Signals that would end the process are held back meanwhile, so that the terminal never stays
/// silent; they are delivered by `restore()`.
struct EchoOff {
  private let file: Int32
  private let before: termios
  private let signals: sigset_t

  /// Switches the echo off.
  ///
  /// - Throws: exit 66 when the file is no terminal.
  init(_ file: Int32) throws(CommandFailure) {
    var before = termios()
    guard tcgetattr(file, &before) == 0 else { throw .unreadable("-", SystemError.text(errno)) }
    var old = sigset_t()
    var held = EchoOff.endingSignals
    pthread_sigmask(SIG_BLOCK, &held, &old)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(file, TCSADRAIN, &silent)
    (self.file, self.before, self.signals) = (file, before, old)
  }

  /// Switches the echo on again as it was and lets signals through.
  func restore() {
    var (before, signals) = (before, signals)
    tcsetattr(file, TCSADRAIN, &before)
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }

  /// Whether a signal that would end the process is waiting.
  static var isInterrupted: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return numbers.contains { sigismember(&waiting, $0) == 1 }
  }

  private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private static var endingSignals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
