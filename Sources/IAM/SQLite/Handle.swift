/// The address of an object that SQLite owns, kept as a number.
///
/// A pointer is not `Sendable`, which is right for pointers in general. SQLite's connections and
/// statements may be used by any thread, one at a time; `Connection` and `Statement` cannot be
/// copied, so whoever holds one is alone with it, and `Mutex` passes them from thread to thread.
struct Handle: Sendable {
  private let bits: UInt

  /// The handle of an object that SQLite made.
  init(_ pointer: OpaquePointer) {
    bits = UInt(bitPattern: pointer)
  }

  /// The pointer to hand to SQLite; valid until the owner has closed or finalised the object.
  var pointer: OpaquePointer {
    // SAFETY: the bits came from a pointer that was not null, so this is the same pointer.
    guard let pointer = unsafe OpaquePointer(bitPattern: bits) else {
      preconditionFailure("a handle is made from a pointer, which is never null")
    }
    return unsafe pointer
  }
}
