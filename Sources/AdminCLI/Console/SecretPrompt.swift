/// A secret that a command asks for.
struct SecretPrompt: Sendable, Equatable {
  /// What it is: "login password".
  let label: Text
  /// Whether it is about to be set, so that a terminal asks twice.
  let isNew: Bool

  /// A secret that exists already.
  static func existing(_ label: Text) -> SecretPrompt { SecretPrompt(label: label, isNew: false) }

  /// A secret that is about to be set.
  static func new(_ label: Text) -> SecretPrompt { SecretPrompt(label: label, isNew: true) }
}
