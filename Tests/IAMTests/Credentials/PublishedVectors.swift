import Foundation
import Testing

/// The published Argon2 vectors, kept beside the package where they are available.
struct PublishedVectors: Decodable {
  struct Specification: Decodable {
    let t, m_kib, p: UInt32
    let tag_len: Int
    let password_hex, salt_hex, secret_hex, ad_hex, tag_hex: String
  }

  struct Hash: Decodable, CustomTestStringConvertible {
    let t, m_kib, p: UInt32
    let password, salt, hash_hex, encoded: String
    var testDescription: String { encoded }
  }

  struct Refusal: Decodable {
    let why, encoded, password: String
  }

  let rfc9106: Specification
  let hash_vectors: [Hash]
  let verify_errors: [Refusal]

  private static var file: URL {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "../shared/data/vectors/argon2.json").standardized
  }

  /// Whether the vectors are there; tests that need them are skipped visibly where not.
  static var areAvailable: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func load() throws -> PublishedVectors {
    try JSONDecoder().decode(PublishedVectors.self, from: Data(contentsOf: file))
  }
}
