/// A language that the program speaks.
enum Language: String, CaseIterable, CommandValue {
  /// Chinese.
  case zh
  /// English.
  case en

  /// The language of the locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and
  /// not empty decides; Chinese when it begins with `zh`, else English.
  ///
  /// - Source: POSIX.1-2017, 8.2 (order of the variables).
  init(environment: [EnvironmentVariable: String]) {
    let names: [EnvironmentVariable] = [.localeAll, .localeMessages, .locale]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }
}
