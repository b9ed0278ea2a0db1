/// A sentence for people in both languages of the program: one line, no final period.
public struct Wording: Sendable, Equatable {
  /// The Chinese text.
  public let zh: String
  /// The English text, in lower case.
  public let en: String

  /// Puts both texts side by side.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
