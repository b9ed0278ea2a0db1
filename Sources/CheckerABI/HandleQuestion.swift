internal import CIAM
internal import Policy

/// A request of C by handles.
struct HandleQuestion {
  let username: iam_handle
  let menu: iam_handle
  let product: iam_handle
  let account: iam_handle
  let tenant: iam_handle
  /// What the session has proved.
  let session: SessionFacts
  /// When; `nil` for now.
  let instant: Instant?
  /// The revision from which on an answer counts; 0 for any.
  let minimumRevision: Int64

  /// Reads a request, which may be longer than this library knows if the rest is zero.
  ///
  /// - Throws: `argument`, `structSize`.
  init(_ pointer: UnsafePointer<iam_handle_request>?) throws(CheckFailure) {
    // SAFETY: the caller vouches for `struct_size` readable bytes at the pointer while the call
    // lasts. Nothing beyond the first field is read before that size is found to be possible; no
    // alignment is assumed.
    guard let pointer = unsafe pointer else { throw .argument }
    let bytes = unsafe UnsafeRawPointer(pointer)
    let size = Int(unsafe bytes.loadUnaligned(as: UInt32.self))
    let known = MemoryLayout<iam_handle_request>.size
    guard (known...Int(IAM_STRUCT_MAX)).contains(size) else { throw .structSize }
    for offset in known..<size {
      // SAFETY: as above.
      let byte = unsafe bytes.load(fromByteOffset: offset, as: UInt8.self)
      guard byte == 0 else { throw .structSize }
    }
    // SAFETY: as above.
    let request = unsafe bytes.loadUnaligned(as: iam_handle_request.self)
    let flags = try QuestionFlags(request.flags)
    guard !flags.contains(.rolesChosen), request.minimum_revision >= 0 else { throw .argument }
    username = request.username
    menu = request.menu
    product = request.product
    account = request.account
    tenant = request.tenant
    session = SessionFacts(
      paymentVerified: flags.contains(.paymentVerified),
      keyVerified: flags.contains(.keyVerified))
    instant = try Question.instant(request.instant_ms, isGiven: flags.contains(.atInstant))
    minimumRevision = request.minimum_revision
  }
}
