/// Hands an object to C, which owns it until ``close(_:as:isAtHome:)``.
func handle(to object: some AnyObject) -> OpaquePointer {
  // SAFETY: the pointer keeps the object alive; only the functions of this library look through it.
  unsafe OpaquePointer(Unmanaged.passRetained(object).toOpaque())
}

/// The object behind a handle.
///
/// - Throws: `argument` for `nil`.
func object<Object: AnyObject>(
  _ handle: OpaquePointer?, as type: Object.Type
) throws(CheckFailure) -> Object {
  // SAFETY: the header says that a handle comes from the open function of its type and is not used
  // once it is closed.
  guard let handle = unsafe handle else { throw .argument }
  // SAFETY: as above.
  return unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).takeUnretainedValue()
}

/// Takes an object back from C.
///
/// - Parameter isAtHome: whether to release it: in a child process its connection is the parent's.
func close<Object: AnyObject>(
  _ handle: OpaquePointer?, as type: Object.Type, isAtHome: (Object) -> Bool
) {
  // SAFETY: as in ``object(_:as:)``; nothing uses the handle afterwards.
  guard let handle = unsafe handle else { return }
  // SAFETY: as above.
  let object = unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle))
  // SAFETY: as above.
  guard isAtHome(unsafe object.takeUnretainedValue()) else { return }
  // SAFETY: as above; this ends the ownership that opening gave.
  unsafe object.release()
  OpenHandles.leave()
}
