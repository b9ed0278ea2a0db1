public import CIAM
internal import IAM

/// See `iam.h`.
@c @implementation
public func iam_reader_open(
  _ checker: OpaquePointer?, _ reader: UnsafeMutablePointer<OpaquePointer?>?,
  _ message: UnsafeMutablePointer<CChar>?, _ capacity: Int
) -> Int32 {
  // SAFETY: the header asks the caller for a place for a pointer and a buffer of `capacity` bytes.
  unsafe open(reader, MessagePlace(message, capacity)) {
    // SAFETY: the header says where the handle comes from.
    let store = try unsafe object(checker, as: CheckerHandle.self).store
    guard store.isAtHome else { throw CheckFailure.forked }
    // SAFETY: the caller owns the handle from now on.
    return unsafe handle(to: ReaderHandle(store: CheckingStore(store.checker)))
  }
}

/// See `iam.h`.
@c @implementation
public func iam_reader_check(
  _ reader: OpaquePointer?, _ request: UnsafePointer<iam_check_request>?,
  _ decision: UnsafeMutablePointer<iam_decision>?
) -> Int32 {
  // SAFETY: the header says where the pointers come from and how long they last.
  unsafe answer(request, in: decision) { question in
    // SAFETY: as above.
    try unsafe object(reader, as: ReaderHandle.self).decide(question)
  }
}

/// See `iam.h`.
@c @implementation
public func iam_reader_close(_ reader: OpaquePointer?) {
  // SAFETY: the header says that nothing uses the handle any more.
  unsafe close(reader, as: ReaderHandle.self) { $0.store.isAtHome }
}
