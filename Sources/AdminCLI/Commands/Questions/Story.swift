import IAM
import Policy

/// An explanation as people and programs read it.
struct Story {
  /// The question.
  let check: Check
  /// What was found.
  let explanation: Explanation

  /// The story for people: the answer, the ten steps, the grants, what is missing.
  func text(in language: Language) -> String {
    let lines = [headline, Text("")] + steps + [Text("")] + grants + missing
    return lines.map { Visible.escaped($0[language]) + "\n" }.joined()
  }

  /// The story for programs.
  var json: JSONValue {
    let record = Record(explanation.decision.fields).json
    guard case .object(let answer) = record else { return record }
    return .object(
      answer + [
        (key: "steps", value: .array(explanation.steps.map(\.json))),
        (key: "grants", value: .array(explanation.grants.map(\.json))),
        (key: "smallest_grant", value: explanation.smallestGrant?.json ?? .null),
      ])
  }

  private var headline: Text {
    let parts = [check.product, check.account].compactMap(\.self).map { " " + $0 }.joined()
    let question = Text("\(check.operator) → \(check.menu)\(parts)")
    guard let reason = explanation.decision.reasons.first else {
      let scope = explanation.decision.scope.title
      return question + Text(zh: "：允许（数据范围：\(scope.zh)）", en: ": allowed (scope: \(scope.en))")
    }
    return question
      + Text(
        zh: "：拒绝，\(reason.title.zh)（\(reason.rawValue)）",
        en: ": denied, \(reason.title.en) (\(reason.rawValue))")
  }

  private var steps: [Text] {
    explanation.steps.map { finding in
      let number = finding.step.rawValue < 10 ? " \(finding.step.rawValue)" : "10"
      guard let reason = finding.reason else {
        return Text("\(number) ✓ ") + finding.step.title
      }
      return Text("\(number) ✗ ") + finding.step.title
        + Text(
          zh: "：\(reason.title.zh)（\(reason.rawValue)）",
          en: ": \(reason.title.en) (\(reason.rawValue))")
    }
  }

  private var grants: [Text] {
    guard !explanation.grants.isEmpty else {
      return [Text(zh: "没有任何授权", en: "no grant at all")]
    }
    return [Text(zh: "授权：", en: "grants:")]
      + explanation.grants.flatMap { finding -> [Text] in
        let mark = finding.outcome == .covers ? "✓" : "✗"
        return [
          Text("  \(mark) ") + finding.grant.source.title + Text(zh: "：", en: ": ")
            + finding.outcome.title,
          Text("      " + finding.grant.effective.summary),
        ]
      }
  }

  private var missing: [Text] {
    guard let missing = explanation.smallestGrant else { return [] }
    let parts = [
      missing.menu.map { Text(zh: "菜单 \($0)", en: "menu \($0)") },
      missing.product.map { Text(zh: "产品 \($0)", en: "product \($0)") },
      missing.account.map { Text(zh: "账号 \($0)", en: "account \($0)") },
    ].compactMap(\.self)
    let zh = parts.map(\.zh).joined(separator: "、")
    let en = parts.map(\.en).joined(separator: ", ")
    return [
      Text(""),
      Text(zh: "最小的补充授权：\(zh)", en: "the smallest grant that is missing: \(en)"),
    ]
  }
}
