extension Services {
  /// Seals personal data for its place.
  ///
  /// - Throws: `keyUnavailable` where the key is not at hand.
  func seal(_ text: String, _ place: EnvelopePlace) throws -> [UInt8] {
    guard let vault else { throw IAMError.keyUnavailable }
    return try vault.seal(text, place)
  }

  /// Personal data as it is shown: absent where there is none, locked where its key is not at hand,
  /// also when it was sealed with another one.
  ///
  /// - Parameter mask: what hides most of it; `nil` to show it whole.
  /// - Throws: `damagedEnvelope` when it was changed, or moved from another place.
  func show(
    _ sealed: [UInt8]?, _ place: EnvelopePlace, mask: ((String) -> String)?
  ) throws -> PersonalDatum {
    guard let sealed else { return .absent }
    guard let vault else { return .locked }
    do {
      let text = try vault.open(sealed, place)
      return .shown(mask.map { $0(text) } ?? text)
    } catch CredentialError.unknownKey {
      return .locked
    }
  }
}
