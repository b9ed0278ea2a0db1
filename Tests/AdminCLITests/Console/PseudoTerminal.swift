import Glibc
import Testing

@testable import AdminCLI

/// A terminal with both ends in this process: what is typed at one end is asked for at the other.
final class PseudoTerminal {
  /// The user's end.
  let keyboard: Int32
  /// The program's end.
  let file: Int32

  /// Opens a pair. The request numbers are those of Linux's `TIOCSPTLCK` and `TIOCGPTN`.
  init() throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    let unlocked = ioctl(keyboard, UInt(0x4004_5431), &lock)
    let numbered = ioctl(keyboard, UInt(0x8004_5430), &number)
    file = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(keyboard >= 0 && unlocked == 0 && numbered == 0 && file >= 0)
  }

  deinit {
    close(file)
    close(keyboard)
  }

  /// Whether typed characters are shown.
  var echoes: Bool {
    var settings = termios()
    tcgetattr(file, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Types text ahead.
  func type(_ text: String) throws {
    try FileHandle(keyboard).write(Array(text.utf8))
  }

  /// A console with this terminal as its standard input.
  func console(errors: any ByteOutput) -> Console {
    Console(
      environment: [:], input: FileHandle(file), output: CapturedOutput(), errors: errors,
      terminal: Terminal(isInput: true, isErrors: true))
  }
}
