import Foundation
import Policy
import TestSupport
import Testing

@testable import IAM

/// A copy of a store in a folder that runs out of room, with a checker that has answered from it.
/// Made in a process of its own, whose limits and mounts end with it.
struct TroubledStore {
  /// How room runs out.
  enum Shortage {
    /// A file system of three megabytes, for this thread alone, that is then filled.
    case disk
    /// No file of this process may grow beyond a few bytes, which needs no privilege.
    case limit
  }

  let shortage: Shortage
  let folder: String
  let check = Check(operator: "trader-001", menu: "trade.listing.view", product: "PNG")

  var path: String { folder + "/iam.db" }
  private let full: Int32 = 13
  private var ballast: String { folder + "/ballast" }

  /// Copies a backup to where room will run out.
  init(_ backup: String, in folder: String, _ shortage: Shortage) throws {
    self.shortage = shortage
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    if shortage == .disk {
      try TroubledStore.leaveMounts()
      try #require(mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0)
      try #require(mount("tmpfs", folder, "tmpfs", 0, "size=3m,mode=0700") == 0)
    } else {
      signal(SIGXFSZ, SIG_IGN)
    }
    try FileManager.default.copyItem(atPath: backup, toPath: path)
  }

  /// Whether this process may mount a file system: one of no known kind is refused for that, not for
  /// want of the right.
  static let canMount = mount("none", "/", "no-such-kind", 0, nil) != 0 && errno == ENODEV

  /// Gives this thread mounts of its own, which nobody else sees and which end with it.
  private static func leaveMounts() throws {
    // The C library shows the function only to those who ask for extensions.
    let address = try #require(dlsym(nil, "unshare"))
    let unshare = unsafeBitCast(address, to: (@convention(c) (Int32) -> Int32).self)
    let newMounts: Int32 = 0x20000
    try #require(unshare(newMounts) == 0)
  }

  /// Leaves no room.
  func fill() throws {
    guard shortage == .disk else { return try setLimit(512) }
    let descriptor = open(ballast, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    let page = [UInt8](repeating: 1, count: 4096)
    while write(descriptor, page, page.count) > 0 {}
    try #require(errno == ENOSPC)
  }

  /// Makes room again.
  func clear() throws {
    guard shortage == .disk else { return try setLimit(.max) }
    try FileManager.default.removeItem(atPath: ballast)
  }

  private func setLimit(_ bytes: rlim_t) throws {
    var limit = rlimit()
    try #require(getrlimit(__rlimit_resource_t(1), &limit) == 0)
    limit.rlim_cur = min(bytes, limit.rlim_max)
    try #require(setrlimit(__rlimit_resource_t(1), &limit) == 0)
  }

  /// Takes from the operator what the check asks about.
  func take(_ registry: Registry) throws {
    try registry.fill { writer in
      try writer.withConnection { try $0.run("DELETE FROM holding WHERE menu = 'trade'") }
      _ = try writer.raiseRevision(of: 2)
    }
  }

  /// A reader that opens the store at its first question.
  func reader() throws -> CheckReader { try PermissionChecker(database: path).reader() }

  /// Requires that work fails because the storage does.
  @discardableResult
  func requireFailure(_ work: () throws -> Void) throws -> DatabaseError {
    let error = try #require(throws: DatabaseError.self) { try work() }
    guard case .storage = error.kind else { throw error }
    return error
  }

  /// Requires that the operator's rights are not taken for want of room.
  func requireNoRoomToTake(_ registry: Registry) throws {
    let error = try requireFailure { try take(registry) }
    guard shortage == .disk else { return }
    try #require(error.kind == .storage(code: full), "\(error)")
  }

  /// Requires that a reader denies because it cannot ask.
  func requireDenial(_ reader: CheckReader) throws {
    try requireFailure { _ = try reader.check(check) }
    try #require(reader.answer(check).reason == .storeUnavailable)
  }
}
