internal import CIAM
internal import IAM
internal import Policy

/// A request of C in the words of the library.
struct Question {
  /// Who asks.
  enum Asker {
    /// An operator by name; the other words are in the question.
    case named(Check)
    /// Whoever holds a session; the name in the question is empty.
    case session(SessionToken, Check)
  }

  /// The question.
  let asker: Asker
  /// The revision from which on an answer counts; 0 for any.
  let minimumRevision: Int64

  /// How long the structure was before it had a session.
  private static let firstSize = 120

  /// Reads a request, which may be longer than this library knows if the rest is zero.
  ///
  /// - Throws: `argument`, `structSize`, `tooLong`, `encoding`, `session`.
  init(_ pointer: UnsafePointer<iam_check_request>?) throws(CheckFailure) {
    // SAFETY: the caller vouches for `struct_size` readable bytes at the pointer, and for what the
    // structure points to, while the call lasts.
    let request = unsafe try Question.copy(pointer)
    let flags = try QuestionFlags(unsafe request.flags)
    minimumRevision = unsafe request.minimum_revision
    guard minimumRevision >= 0 else { throw .argument }
    // SAFETY: as above.
    let session = unsafe try word(request.session)
    let username = unsafe try word(request.username)
    // A session says itself who asks and what was proved.
    guard (session == nil) == (username != nil), session == nil || flags.isEmpty,
      let menu = unsafe try word(request.menu)
    else { throw .argument }
    // SAFETY: as above.
    let roles = unsafe try Question.roles(
      request.active_roles, request.active_role_count, areChosen: flags.contains(.rolesChosen))
    let check = Check(
      operator: username ?? "", menu: menu, product: unsafe try word(request.product),
      account: unsafe try word(request.account),
      session: SessionFacts(
        paymentVerified: flags.contains(.paymentVerified),
        keyVerified: flags.contains(.keyVerified), activeRoles: roles),
      at: try Question.instant(unsafe request.instant_ms, isGiven: flags.contains(.atInstant)),
      in: unsafe try word(request.tenant))
    asker =
      try session.map { text throws(CheckFailure) in
        .session(try Question.token(text), check)
      } ?? .named(check)
  }

  private static func token(_ text: String) throws(CheckFailure) -> SessionToken {
    do {
      return try SessionToken(text: text)
    } catch {
      throw .session
    }
  }

  private static func copy(
    _ pointer: UnsafePointer<iam_check_request>?
  ) throws(CheckFailure) -> iam_check_request {
    // SAFETY: nothing beyond the first field is read before that size is found to be possible; no
    // alignment is assumed.
    guard let pointer = unsafe pointer else { throw .argument }
    let bytes = unsafe UnsafeRawPointer(pointer)
    let size = Int(unsafe bytes.loadUnaligned(as: UInt32.self))
    let known = unsafe MemoryLayout<iam_check_request>.size
    guard size == firstSize || (known...Int(IAM_STRUCT_MAX)).contains(size) else {
      throw .structSize
    }
    for offset in min(known, size)..<size {
      // SAFETY: as above.
      let byte = unsafe bytes.load(fromByteOffset: offset, as: UInt8.self)
      guard byte == 0 else { throw .structSize }
    }
    // What the caller's structure does not have yet is zero.
    var request = unsafe iam_check_request()
    // SAFETY: as above; no more is copied than either side has.
    unsafe withUnsafeMutableBytes(of: &request) {
      unsafe $0.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: min(known, size)))
    }
    return unsafe request
  }

  /// The instant of a request; `nil` for now.
  static func instant(
    _ milliseconds: Int64, isGiven: Bool
  ) throws(CheckFailure) -> Instant? {
    let range = isGiven ? 0...Int64(IAM_INSTANT_MAX) : 0...0
    guard range.contains(milliseconds) else { throw .argument }
    return isGiven ? Instant(milliseconds: milliseconds) : nil
  }

  /// - Returns: `nil` when all roles are active.
  private static func roles(
    _ roles: UnsafePointer<iam_text>?, _ count: Int, areChosen: Bool
  ) throws(CheckFailure) -> Set<Name>? {
    guard areChosen else {
      guard count == 0 else { throw .argument }
      return nil
    }
    guard (0...Int(IAM_ROLES_MAX)).contains(count) else { throw .tooLong }
    var names: Set<Name> = []
    for index in 0..<count {
      // SAFETY: the caller vouches for `count` readable texts at the pointer; no alignment is
      // assumed.
      guard let roles = unsafe roles else { throw .argument }
      let role = unsafe UnsafeRawPointer(roles + index).loadUnaligned(as: iam_text.self)
      guard let word = unsafe try word(role) else { throw .argument }
      if let name = Name(word) { names.insert(name) }
    }
    return names
  }
}
