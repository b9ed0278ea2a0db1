import Foundation

/// A directory of its own for one test, removed with everything in it when the test lets it go.
///
/// Keep it in a property of the suite, or read `path` last: Swift may end a value after its last
/// use.
public final class TemporaryDirectory: Sendable {
  /// The absolute path, symbolic links resolved, without a final slash.
  public let path: String

  /// Makes an empty directory that only its owner can enter.
  public init() throws {
    let name = "iamctl-test-" + UUID().uuidString
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent(name, isDirectory: true)
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = url.path
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // A test may have removed it; what is left belongs to the system's temporary files.
    }
  }

  /// The path of a file in the directory, which need not exist.
  public func file(_ name: String) -> String { path + "/" + name }
}
