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
  unsafe answer(in: decision) {
    // SAFETY: as above.
    try unsafe object(reader, as: ReaderHandle.self).decide(Question(request))
  }
}

/// See `iam.h`.
@c @implementation
public func iam_reader_handle(
  _ reader: OpaquePointer?, _ kind: Int32, _ word: UnsafePointer<CChar>?, _ length: Int,
  _ handle: UnsafeMutablePointer<iam_handle>?
) -> Int32 {
  do {
    // SAFETY: the header asks the caller for a place that holds a handle.
    guard let handle = unsafe handle else { throw CheckFailure.argument }
    // SAFETY: as above.
    unsafe handle.pointee = 0
    // SAFETY: the header says where the reader comes from and asks for a text of `length` bytes.
    let word = unsafe try text(word, length, atMost: Int(IAM_TEXT_MAX))
    // SAFETY: as above.
    unsafe handle.pointee = try object(reader, as: ReaderHandle.self).keep(word, of: kind)
    return 0
  } catch {
    return CheckFailure(error).code
  }
}

/// See `iam.h`.
@c @implementation
public func iam_reader_check_handles(
  _ reader: OpaquePointer?, _ request: UnsafePointer<iam_handle_request>?,
  _ decision: UnsafeMutablePointer<iam_decision>?
) -> Int32 {
  // SAFETY: the header says where the pointers come from and how long they last.
  unsafe answer(in: decision) {
    // SAFETY: as above.
    try unsafe object(reader, as: ReaderHandle.self).decide(HandleQuestion(request))
  }
}

/// See `iam.h`.
@c @implementation
public func iam_reader_close(_ reader: OpaquePointer?) {
  // SAFETY: the header says that nothing uses the handle any more.
  unsafe close(reader, as: ReaderHandle.self) { $0.store.isAtHome }
}
