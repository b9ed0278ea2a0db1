public import CIAM
internal import IAM

/// See `iam.h`.
@c @implementation
public func iam_checker_open(
  _ path: UnsafePointer<CChar>?, _ path_length: Int,
  _ checker: UnsafeMutablePointer<OpaquePointer?>?, _ message: UnsafeMutablePointer<CChar>?,
  _ capacity: Int
) -> Int32 {
  // SAFETY: the header asks the caller for a text of `path_length` bytes, a place for a pointer and
  // a buffer of `capacity` bytes.
  unsafe open(checker, MessagePlace(message, capacity)) {
    // SAFETY: as above.
    let path = unsafe try text(path, path_length, atMost: Int(IAM_PATH_MAX))
    // A NUL would cut the name that SQLite opens.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw CheckFailure.argument }
    // SAFETY: the caller owns the handle from now on.
    return unsafe handle(to: CheckerHandle(try PermissionChecker(database: path)))
  }
}

/// See `iam.h`.
@c @implementation
public func iam_checker_check(
  _ checker: OpaquePointer?, _ request: UnsafePointer<iam_check_request>?,
  _ decision: UnsafeMutablePointer<iam_decision>?
) -> Int32 {
  // SAFETY: the header says where the pointers come from and how long they last.
  unsafe answer(in: decision) {
    // SAFETY: as above.
    try unsafe object(checker, as: CheckerHandle.self).decide(Question(request))
  }
}

/// See `iam.h`.
@c @implementation
public func iam_checker_close(_ checker: OpaquePointer?) {
  // SAFETY: the header says that nothing uses the handle any more.
  unsafe close(checker, as: CheckerHandle.self) { $0.store.isAtHome }
}
