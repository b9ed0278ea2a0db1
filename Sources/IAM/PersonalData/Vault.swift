/// Seals and opens personal data, each value for the one place in the store where it lives.
public struct Vault: Sendable {
  private let key: SealingKey
  private let randomness: Randomness

  /// Takes the key.
  public init(key: SealingKey, randomness: Randomness = .system) {
    self.key = key
    self.randomness = randomness
  }

  /// Seals a text for its place.
  func seal(_ text: String, _ place: EnvelopePlace) throws -> [UInt8] {
    try Envelope(
      sealing: Array(text.utf8), for: place, key: key, randomness: randomness
    ).bytes
  }

  /// The text sealed for a place; throws when the envelope was made for another or is damaged.
  func open(_ bytes: [UInt8], _ place: EnvelopePlace) throws -> String {
    let text = try Envelope(bytes: bytes).open(for: place, key: key)
    guard let text = String(validating: text, as: UTF8.self) else {
      throw CredentialError.damagedEnvelope
    }
    return text
  }
}
