/// A password hash as it is stored: parameters, salt and tag of one Argon2id computation.
///
/// The text is the PHC form `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. Only the canonical writing is
/// read: no leading zeros, no padding, the parameters in this order.
///
/// - Source: the PHC string format; RFC 9106.
struct PasswordHash: Sendable, Equatable {
  static let saltByteCount = 16
  static let tagByteCount = 32

  let parameters: Argon2Parameters
  /// 8...48 bytes.
  let salt: [UInt8]
  /// 16...64 bytes.
  let tag: [UInt8]

  init(parameters: Argon2Parameters, salt: [UInt8], tag: [UInt8]) {
    self.parameters = parameters
    self.salt = salt
    self.tag = tag
  }

  /// Reads a PHC string.
  ///
  /// - Parameter floor: the weakest parameters to accept.
  /// - Throws: `malformedHash`, `weakParameters` or `costlyParameters`.
  init(text: String, floor: Argon2Parameters) throws(CredentialError) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard text.utf8.count <= 256, parts.count == 6, parts[0].isEmpty,
      parts[1] == "argon2id", parts[2] == "v=19",
      let salt = Base64.standard.bytes(parts[4]), (8...48).contains(salt.count),
      let tag = Base64.standard.bytes(parts[5]), (16...64).contains(tag.count)
    else { throw .malformedHash }
    let numbers = parts[3].split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count == 3,
      let memory = PasswordHash.number(numbers[0], after: "m="),
      let passes = PasswordHash.number(numbers[1], after: "t="),
      let lanes = PasswordHash.number(numbers[2], after: "p=")
    else { throw .malformedHash }
    let parameters = Argon2Parameters(
      uncheckedMemory: memory, passes: passes, lanes: lanes)
    try parameters.check(floor: floor)
    self.init(parameters: parameters, salt: salt, tag: tag)
  }

  /// The PHC string.
  var text: String {
    let numbers = "m=\(parameters.memory),t=\(parameters.passes),p=\(parameters.lanes)"
    let salt = Base64.standard.text(salt)
    return "$argon2id$v=19$\(numbers)$\(salt)$\(Base64.standard.text(tag))"
  }

  private static func number(_ part: Substring, after prefix: String) -> UInt32? {
    let digits = part.dropFirst(prefix.count)
    // `UInt32("+1")` and `UInt32("01")` read as 1; a second writing of one hash is not accepted.
    guard part.hasPrefix(prefix), let number = UInt32(digits), String(number) == digits else {
      return nil
    }
    return number
  }
}
