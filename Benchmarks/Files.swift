import Glibc

/// What went wrong outside: one line.
struct Failure: Error, CustomStringConvertible {
  var description: String
}

/// The few things that measuring needs of the system.
enum Files {
  /// The text of a file.
  static func read(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Failure(description: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }

  /// Writes a text to a file.
  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(description: "cannot write \(path)") }
    fputs(text, file)
    fclose(file)
  }

  /// A new folder of its own.
  static func temporaryFolder() throws -> String {
    var template = Array("/tmp/iamctl-bench-XXXXXX".utf8CString)
    guard let name = mkdtemp(&template) else {
      throw Failure(description: "cannot make a temporary folder")
    }
    return String(cString: name)
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a program of a name is found.
  static func isInPath(_ name: String) -> Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// The path from the root, links resolved; the path itself where nothing is.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The size of the process in memory, in bytes.
  static func residentBytes() throws -> Int {
    let fields = try read("/proc/self/statm").split(separator: " ")
    return (Int(fields[1]) ?? 0) * 4096
  }
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) {
  print(line)
  fflush(nil)
}

/// Seconds that a body takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  let (whole, rest) = (ContinuousClock.now - start).components
  return Double(whole) + Double(rest) / 1e18
}

extension Array where Element == Double {
  /// The value below which a share of the values lies; 0 when there is none.
  func quantile(_ share: Double) -> Double {
    let ordered = sorted()
    return ordered.isEmpty ? 0 : ordered[Swift.min(count - 1, Int(share * Double(count)))]
  }

  /// The value in the middle.
  var median: Double { quantile(0.5) }
}
