internal import CSQLite
internal import Glibc

/// The files that a store lives in, and others that go with it. Nothing else is written over them:
/// whoever has the store open goes on with the file of before, and what it commits is lost.
public struct StoreFiles: Sendable {
  private let paths: [String]

  /// The store, the files that are put beside it, and the usual place of its key file.
  ///
  /// - Parameters:
  ///   - store: the database's file; nothing need be there.
  ///   - others: further files that are to be spared.
  public init(of store: String, and others: [String] = []) {
    paths = ["", "-wal", "-shm", "-journal", ".lock", ".rev", ".key"].map { store + $0 } + others
  }

  /// Whether a path leads to one of them, whichever way: by its name, or by a link to the file or
  /// to a folder on the way.
  public func include(_ path: String) -> Bool {
    let place = Place(path)
    return paths.contains { Place($0).isSame(as: place) }
  }
}

/// Where a path leads: the name that a file would get, and the file that is there.
private struct Place {
  private let name: String?
  private let file: FileStatus?

  init(_ path: String) {
    do throws(DatabaseError) {
      name = try DatabaseFile(path).path
    } catch {
      // In a folder that is not there nothing is written.
      name = nil
    }
    do throws(DatabaseError) {
      file = if let target = Place.target(of: path) { try FileStatus(path: target) } else { nil }
    } catch {
      file = nil
    }
  }

  func isSame(as other: Place) -> Bool {
    if let name, name == other.name { return true }
    return file?.isSameFile(as: other.file) ?? false
  }

  /// The path with every link followed; `nil` where nothing is at its end.
  private static func target(of path: String) -> String? {
    // SAFETY: `realpath` allocates the answer, which is copied and then freed.
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
