/// What a Casbin policy in CSV says: `p` lines permit, `g` lines give roles to users and to roles.
///
/// The forms are `p, sub, obj, act[, eft]` with `g, user, role`, and with domains
/// `p, sub, dom, obj, act[, eft]` with `g, user, role, dom`. Empty lines and those that begin with
/// `#` are skipped. Everything else is refused: there are no deny rules here, and leaving out a
/// line that takes something away would permit more than the policy did.
public struct CasbinPolicy: Sendable, Equatable {
  /// A `p` line.
  public struct Rule: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// Who may.
    public let subject: String
    /// What it is about.
    public let object: String
    /// What is done with it.
    public let action: String
  }

  /// A `g` line.
  public struct Link: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// A user, or a role that includes the other.
    public let member: String
    /// The role.
    public let role: String
  }

  /// The `p` lines of the domain chosen.
  public private(set) var rules: [Rule] = []
  /// The `g` lines of the domain chosen.
  public private(set) var links: [Link] = []

  /// Reads a policy.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - domain: the domain whose lines are meant; must be given where there are several.
  /// - Throws: a `RecordError` with the line of the first problem.
  /// - Complexity: O(size of the text).
  public init(reading bytes: [UInt8], domain: String? = nil) throws {
    let lines = try CasbinLine.all(in: bytes)
    let hasDomains = lines.contains(where: \.showsDomains)
    if let domain, !hasDomains {
      throw RecordError(
        line: lines.first?.number ?? 1, refusing: "dom",
        Wording(zh: "文件中没有域 `\(domain)`", en: "there is no domain `\(domain)` in the file"))
    }
    var chosen = domain
    for line in lines {
      let statement = try line.statement(hasDomains: hasDomains)
      if let found = statement.domain {
        if domain == nil, let chosen, chosen != found {
          throw RecordError(
            line: line.number, refusing: "dom",
            Wording(
              zh: "有多个域（`\(chosen)`、`\(found)`），须用 --domain 指定一个",
              en: "there are several domains (`\(chosen)`, `\(found)`), choose one with --domain"))
        }
        chosen = chosen ?? found
        if found != chosen { continue }
      }
      switch statement.content {
      case .rule(let rule): rules.append(rule)
      case .link(let link): links.append(link)
      }
    }
  }

  /// The names that are roles: those that some line gives to somebody.
  var roles: Set<String> { Set(links.map(\.role)) }
}
