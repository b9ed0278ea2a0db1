internal import CIAM

/// Where a caller wants the decision: nowhere, or in a structure of its own size.
@safe struct AnswerPlace: ~Copyable {
  private let pointer: UnsafeMutableRawPointer?
  private let size: UInt32

  /// Looks at the structure's size and nothing else.
  ///
  /// - Throws: `structSize`; the structure is not touched then.
  init(_ decision: UnsafeMutablePointer<iam_decision>?) throws(CheckFailure) {
    // SAFETY: the caller vouches for `struct_size` writable bytes at the pointer, while the call
    // lasts; no alignment is assumed.
    unsafe pointer = decision.map { UnsafeMutableRawPointer($0) }
    guard let pointer = unsafe pointer else {
      size = 0
      return
    }
    // SAFETY: as above.
    size = unsafe pointer.loadUnaligned(as: UInt32.self)
    let known = MemoryLayout<iam_decision>.size
    guard (known...Int(IAM_STRUCT_MAX)).contains(Int(size)) else { throw .structSize }
  }

  /// Writes the decision; fields that this library does not know become zero.
  func write(_ decision: iam_decision) {
    // SAFETY: as in the initialiser.
    guard let pointer = unsafe pointer else { return }
    var decision = decision
    decision.struct_size = size
    let known = MemoryLayout<iam_decision>.size
    // SAFETY: the initialiser found `size` to be at least `known`.
    unsafe pointer.storeBytes(of: decision, as: iam_decision.self)
    // SAFETY: as above.
    unsafe pointer.advanced(by: known).initializeMemory(
      as: UInt8.self, repeating: 0, count: Int(size) - known)
  }
}
