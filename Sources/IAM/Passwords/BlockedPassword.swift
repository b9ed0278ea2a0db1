/// A password on the exchange's own list of refused ones: only its digest is kept and looked for,
/// so that no password goes near the database.
enum BlockedPassword {
  /// The digest of a password in small letters.
  static func digest(_ password: Secret) -> Digest {
    password.withBytes { bytes in
      var copy = [UInt8](copying: bytes)
      var folded = Array(String(decoding: copy, as: UTF8.self).lowercased().utf8)
      defer {
        copy.erase()
        folded.erase()
      }
      return Digest.sha256(folded)
    }
  }
}
