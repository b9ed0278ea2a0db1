/// A sentence or label in both languages of the program.
///
/// - Source: the command line's contract: both catalogues are in the binary.
struct Text: Sendable, Equatable {
  /// Chinese, in the users' own terms.
  let zh: String
  /// English.
  let en: String

  /// A text in both languages.
  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in every language: a code, a number, a name.
  init(_ same: String) {
    self.init(zh: same, en: same)
  }

  /// The text in one language.
  subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// One text after the other, without anything between.
  static func + (left: Text, right: Text) -> Text {
    Text(zh: left.zh + right.zh, en: left.en + right.en)
  }
}
