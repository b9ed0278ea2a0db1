/// Why an operation on passwords, tokens, keys or envelopes could not be done.
///
/// A wrong password is not an error: ``PasswordHasher/verify(_:against:)`` answers `false`.
public enum CredentialError: Error, Sendable, Equatable {
  /// The bytes given as a password are not UTF-8.
  case invalidText
  /// A password of no characters was given.
  case emptyPassword
  /// A password has more characters than ``Secret/maximumPasswordLength``.
  case passwordTooLong
  /// A stored password hash is not a PHC string of Argon2id version 19.
  case malformedHash
  /// Argon2 parameters lie below ``Argon2Parameters/floor``.
  case weakParameters
  /// Argon2 parameters would cost more memory, passes or lanes than is allowed.
  case costlyParameters
  /// Argon2 could not run, as a rule for want of memory or threads.
  case hashingUnavailable
  /// The operating system gave no random bytes.
  case randomnessUnavailable
  /// A text is not a session token.
  case malformedToken
  /// A key has the wrong length or is not written in hexadecimal digits.
  case malformedKey
  /// Others than its owner may read or write a key's file.
  case exposedKey
  /// An envelope names a key that is not the one given.
  case unknownKey
  /// An envelope was changed, cut short, or moved from another place.
  case damagedEnvelope
  /// A Merkle tree position lies outside the tree.
  case outsideTree
}

extension CredentialError {
  /// The reason in both languages.
  public var wording: Wording {
    switch self {
    case .invalidText: Wording(zh: "密码不是有效的 UTF-8 文本", en: "the password is not valid UTF-8")
    case .emptyPassword: Wording(zh: "密码为空", en: "the password is empty")
    case .passwordTooLong:
      Wording(zh: "密码超过 128 个字符", en: "the password is longer than 128 characters")
    case .malformedHash: Wording(zh: "存储的密码摘要格式有误", en: "the stored password hash is malformed")
    case .weakParameters:
      Wording(zh: "密码摘要参数过弱", en: "the password hash parameters are too weak")
    case .costlyParameters:
      Wording(zh: "密码摘要参数过大", en: "the password hash parameters are too costly")
    case .hashingUnavailable: Wording(zh: "无法计算密码摘要", en: "the password hash could not be computed")
    case .randomnessUnavailable:
      Wording(zh: "系统无法提供随机数", en: "the system gives no random bytes")
    case .malformedToken: Wording(zh: "会话令牌格式有误", en: "the session token is malformed")
    case .malformedKey: Wording(zh: "密钥格式有误", en: "the key is malformed")
    case .exposedKey: Wording(zh: "他人可读取密钥文件", en: "others may read its file")
    case .unknownKey: Wording(zh: "密钥编号不符", en: "the data was sealed with another key")
    case .damagedEnvelope:
      Wording(zh: "密文已损坏或被移动", en: "the sealed data is damaged or was moved")
    case .outsideTree:
      Wording(zh: "位置超出哈希树范围", en: "the position lies outside the hash tree")
    }
  }
}
