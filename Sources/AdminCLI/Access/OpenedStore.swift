import IAM
import Synchronization

/// The store of one command: opened once, however often it is asked for.
final class OpenedStore: Sendable {
  private let registry = Mutex<Registry?>(nil)

  /// The store, opened by `open` the first time.
  ///
  /// - Parameter changing: whether it must be one that changes can be made through.
  func registry(changing: Bool, open: () throws -> Registry) throws -> Registry {
    try registry.withLock { known in
      if let known, known.isForChanges || !changing { return known }
      let opened = try open()
      known = opened
      return opened
    }
  }

  /// Lets go of the store, so that this command no longer keeps it in use.
  func letGo() { registry.withLock { $0 = nil } }
}
