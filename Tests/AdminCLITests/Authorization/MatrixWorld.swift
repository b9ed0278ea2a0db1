import Foundation
import Policy
import TestSupport

@testable import AdminCLI
@testable import IAM

/// A store with everybody and everything that the matrix is about, to be copied for each command.
final class MatrixWorld: Sendable {
  private let exchange: TestExchange
  /// The session of each actor.
  private let tokens: [MatrixActor: String]
  private let placeholders: [String: String]

  /// The store, in one file that nobody has open.
  var pristine: String { exchange.directory.file("pristine.db") }
  var keyFile: String { exchange.directory.file("iam.db.key") }
  var services: Services { exchange.registry.services }

  init() throws {
    exchange = try TestExchange()
    try MatrixCast(exchange).begin()
    var tokens: [MatrixActor: String] = [:]
    for actor in MatrixActor.allCases where actor != .nobody {
      tokens[actor] = try exchange.session(of: actor.rawValue).text
    }
    self.tokens = tokens
    _ = try exchange.session(of: "trader-01")
    let session = try exchange.registry.database.read {
      try $0.first("SELECT max(id) FROM session") { try $0.int(0) }
    }
    placeholders = try Self.write(
      [
        "document": #"""
        {"format":"iamctl/1","tenant":"M000001",
        "menu_groups":[{"name":"查询组","menus":["trade.listing","trade.bidding.view"]},
        {"name":"空菜单组","menus":[]},{"name":"新菜单组","menus":["trade.listing.view"]}]}
        """#,
        "matrix": "user,permission\nfresh-002,trade.listing.view\n",
        "casbin": "p,新角色,trade.listing.view,do\ng,fresh-003,新角色\n",
        "words": "Pa55word-of-nobody\n", "registration": MemberRegisterTests.document,
        "profile": #"""
        {"regions":["重庆"],"applicant":"buyer","annual_volume":"1","enterprise_type":"有限公司"}
        """#,
        "catalogue": #"{"menus":[],"products":[],"markets":[]}"#,
      ], to: exchange.directory
    ).merging(["session": String(session ?? 0)], uniquingKeysWith: { $1 })
    try exchange.registry.backup(as: .unchecked(TestExchange.staff), to: pristine)
  }

  private static func write(
    _ files: [String: String], to directory: TemporaryDirectory
  ) throws -> [String: String] {
    var paths: [String: String] = [:]
    for (name, text) in files {
      paths[name] = directory.file(name)
      try Data(text.utf8).write(to: URL(fileURLWithPath: directory.file(name)))
    }
    paths["backup"] = directory.file("pristine.db")
    return paths
  }

  /// What an actor comes to, line by line.
  ///
  /// What only reads, or can be tried without changing anything, shares one copy of the store.
  ///
  /// - Parameter tenant: the member that those from outside name.
  func outcomes(
    of actor: MatrixActor, _ rows: [MatrixRow], naming tenant: String = "M000001"
  ) throws -> [Ran] {
    let folder = try TemporaryDirectory()
    let shared = folder.file("shared.db")
    try FileManager.default.copyItem(atPath: pristine, toPath: shared)
    return try rows.enumerated().map { number, row in
      let changes = MatrixWorld.own.contains(row.command)
      let database = changes ? folder.file("\(number).db") : shared
      if changes, row.command != "init" {
        try FileManager.default.copyItem(atPath: pristine, toPath: database)
      }
      let row = tenant == "M000001" ? row : row.naming(tenant)
      return try run(row, as: actor, on: database, in: folder, tenant)
    }
  }

  /// The commands that need a copy of their own: they change something and cannot just be tried.
  private static let own = [
    "init", "login", "logout", "setup", "password change", "payment-password set",
    "payment-password change", "payment-password verify", "backup restore",
  ]

  private func run(
    _ row: MatrixRow, as actor: MatrixActor, on database: String, in folder: TemporaryDirectory,
    _ tenant: String
  ) throws -> Ran {
    let session = folder.file("session")
    if let token = tokens[actor] { try SessionFile(path: session).write(token) }
    let command = allCommands.first { $0.name == row.command }
    var words = row.command.split(separator: " ").map(String.init) + row.arguments
    if actor.comesFromOutside, command?.shapes.contains(where: { $0.name == "--tenant" }) == true {
      words += ["--tenant", tenant]
    }
    if row.command == "backup restore" {
      words.append("--yes")
    } else if let effect = command?.effect, effect != .reads {
      words.append("--dry-run")
    }
    if command?.secrets.isEmpty == false { words.append("--password-stdin") }
    for (name, value) in placeholders.merging(["out": database + ".out"], uniquingKeysWith: { $1 })
    {
      words = words.map { $0.replacing("⟨\(name)⟩", with: value) }
    }
    let secrets = ["current": TestExchange.password, "other": "Gk4!wLs8#mPq2-Zx"]
    let input = row.secrets.map { (secrets[$0] ?? $0) + "\n" }.joined()
    var environment: [EnvironmentVariable: String] = [
      .database: database, .session: session, .home: folder.path, .temporary: folder.path,
    ]
    if row.command != "init" { environment[.keyFile] = keyFile }
    return Ran(
      ["--json", "--lang", "en"] + words, environment: environment, input: GivenInput(input),
      services: services)
  }
}
