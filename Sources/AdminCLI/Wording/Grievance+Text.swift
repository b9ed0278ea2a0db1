import Policy

extension Violation.Grievance {
  /// What speaks against a change of people who are only counted.
  func text(about people: Text) -> Text {
    switch self {
    case .notYours: Text(zh: "会影响他人：", en: "it would change ") + people
    case .gain:
      people + Text(zh: "，将获得超出您授权范围的权限", en: " would gain what is not yours to give")
    case .outsideEntitlement:
      people + Text(zh: "，将获得交易所未开通的权限", en: " would be given what the exchange has not opened")
    case .outsidePool:
      people + Text(zh: "，将获得超出其权限池的权限", en: " would be given what is outside their pool")
    case .separation(let set):
      Text(zh: "违反职责分离 `\(set)`：", en: "separation of duty `\(set)`: ") + people
        + Text(zh: "，将持有过多的互斥角色", en: " would hold too many of its roles")
    }
  }
}

extension Text {
  /// So many people whom the reader does not see.
  ///
  /// - Parameter besides: whether others have been named right before.
  static func unseen(_ count: Int, besides: Bool = false) -> Text {
    let noun = besides ? "other" : "operator"
    let verb = count == 1 ? "is" : "are"
    return Text(
      zh: besides ? "，另有 \(count) 人不在您的管理范围内" : "有 \(count) 人不在您的管理范围内",
      en: (besides ? " and " : "")
        + "\(count) \(noun)\(count == 1 ? "" : "s") who \(verb) not yours to see")
  }
}
