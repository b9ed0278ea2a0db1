import CArgon2

/// One Argon2id computation by the system's libargon2.
///
/// - Source: RFC 9106.
enum Argon2id {
  /// What RFC 9106 calls the inputs, besides the password.
  struct Inputs: Sendable {
    var parameters: Argon2Parameters
    /// At least 8 bytes.
    var salt: [UInt8]
    /// The bytes to answer, at least 4.
    var tagByteCount = PasswordHash.tagByteCount
    var secret: [UInt8] = []
    var associatedData: [UInt8] = []
  }

  /// The tag of a password. Blocks for the time of the computation and starts a thread a lane.
  ///
  /// - Throws: `hashingUnavailable` when there is no memory or thread to be had.
  static func tag(of password: Secret, _ inputs: Inputs) throws(CredentialError) -> [UInt8] {
    var inputs = inputs
    var tag = [UInt8](repeating: 0, count: inputs.tagByteCount)
    var password = password.withBytes { [UInt8](copying: $0) }
    defer { password.erase() }
    // SAFETY: every buffer is valid for the count beside it until the call returns; no flag asks
    // the library to write to an input, and the allocation functions are its own.
    let code = unsafe tag.withUnsafeMutableBufferPointer { tag in
      unsafe password.withUnsafeMutableBufferPointer { password in
        unsafe inputs.salt.withUnsafeMutableBufferPointer { salt in
          unsafe inputs.secret.withUnsafeMutableBufferPointer { secret in
            unsafe inputs.associatedData.withUnsafeMutableBufferPointer { data in
              let cost = inputs.parameters
              var context = unsafe argon2_context(
                out: tag.baseAddress, outlen: UInt32(tag.count),
                pwd: password.baseAddress, pwdlen: UInt32(password.count),
                salt: salt.baseAddress, saltlen: UInt32(salt.count),
                secret: secret.baseAddress, secretlen: UInt32(secret.count),
                ad: data.baseAddress, adlen: UInt32(data.count),
                t_cost: cost.passes, m_cost: cost.memory, lanes: cost.lanes, threads: cost.lanes,
                version: ARGON2_VERSION_13.rawValue, allocate_cbk: nil, free_cbk: nil, flags: 0)
              // SAFETY: every pointer in the context is valid within these closures.
              return unsafe argon2id_ctx(&context)
            }
          }
        }
      }
    }
    if code != ARGON2_OK.rawValue { throw .hashingUnavailable }
    return tag
  }
}
