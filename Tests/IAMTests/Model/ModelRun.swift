import Policy
import TestSupport

@testable import IAM

/// One random history.
struct ModelRun {
  let world: ModelWorld
  var draw: ModelDraw
  /// The tenants as they were committed last: the member, the other one, the exchange.
  var sides: [ModelSide]
  let reader: CheckReader
  /// The operation made last, and by whom.
  private(set) var last = ""
  var tally = ModelTally()

  init(seed: UInt64) throws {
    world = try ModelWorld()
    sides = try world.sides()
    draw = ModelDraw(world, seed: seed, policy: sides[0].policy)
    reader = try PermissionChecker(
      database: world.firm.exchange.path, clock: { [clock = world.clock] in clock.now }
    ).reader()
  }

  /// Who does something, in which tenant.
  struct Scene {
    var actor: Username
    /// The tenant that is named; `nil` for the actor's own.
    var named: TenantCode?
    /// The place of the tenant acted in.
    var side: Int
    /// The place of the actor's tenant.
    var home: Int
  }

  /// Makes one operation.
  ///
  /// - Returns: everything that does not hold after it.
  mutating func step() throws -> [String] {
    try live()
    draw.policy = sides[0].policy
    let operation = ModelOperation.random(&draw)
    let scene = cast(operation)
    last = "\(operation.text) by \(scene.actor) in \(scene.named?.text ?? "its own tenant")"
    var problems: [String] = []
    let rehearsed =
      draw.random.chance(oneIn: 15) ? try attempt(operation, scene, dryRun: true) : nil
    if rehearsed != nil { problems += try changed(except: nil).map { "a dry run changed \($0)" } }
    let outcome = try attempt(operation, scene, dryRun: false)
    if let rehearsed, rehearsed != outcome {
      problems.append("a dry run said \(rehearsed), the run \(outcome)")
    }
    let refusal: String? = if case .refused(let code) = outcome { code } else { nil }
    tally.note(operation.kind, refusal)
    if let refusal {
      return problems + (try changed(except: nil)).map { "a refusal (\(refusal)) changed \($0)" }
    }
    let isLeaving = operation.withdrawsRequests && sides[scene.side].code == .exchange
    problems += try changed(
      except: scene.side, areRevisionsKept: !operation.raisesEveryRevision,
      areRequestsKept: !isLeaving
    ).map { "another tenant changed: \($0)" }
    var before = sides[scene.side]
    if let renamed = operation.renamed { before.rename(renamed.old, to: renamed.new) }
    if let renamed = operation.renamedRole { before.renameRole(renamed.old, to: renamed.new) }
    let isEverywhere = operation.raisesEveryRevision || isLeaving
    for place in sides.indices where place == scene.side || isEverywhere {
      try sides[place].refresh(world.registry)
    }
    problems += menuProblems(operation, scene, before)
    problems += effects(before, scene, issued: operation.issued)
    problems += try agreement(scene.side)
    problems += try world.registry.database.read { try $0.brokenInvariants() }.map { "\($0)" }
    if draw.random.chance(oneIn: 10) { problems += try agreement(draw.random.number(below: 3)) }
    return problems
  }

  // MARK: Life goes on

  /// Time passes; people make their first login.
  private mutating func live() throws {
    if draw.random.chance(oneIn: 40) {
      world.clock.advance(by: .seconds(draw.random.chance(oneIn: 4) ? 7201 : 61))
    }
    guard draw.random.chance(oneIn: 8) else { return }
    for place in sides.indices {
      let pending = sides[place].policy.operators.filter { $0.value.loginPasswordPending }.keys
      guard !pending.isEmpty else { continue }
      for person in pending.sorted() { try world.firm.activate(person) }
      try sides[place].refresh(world.registry)
    }
  }

  // MARK: Who acts

  private mutating func cast(_ operation: ModelOperation) -> Scene {
    let firm = world.firm.tenant
    var named: TenantCode?
    let actor: Username
    if operation.isForStaff {
      actor = draw.random.pick(["staff-01", "staff-01", "staff-02", "staff-03", draw.person()])
      named = draw.random.chance(oneIn: 4) ? world.bystander.tenant : firm
    } else {
      switch draw.random.number(below: 20) {
      case 0...3: actor = Firm.master
      case 4...12: actor = draw.administrator()
      case 13: actor = "clerk-0002"
      case 14: actor = draw.person()
      case 15:
        actor = draw.person()
        named = draw.random.pick([firm, world.bystander.tenant, .exchange])
      case 16, 17:
        actor = draw.random.pick(["staff-01", "staff-02"])
        named = firm
      case 18: actor = "staff-01"
      default: actor = draw.random.pick(["master-99", "admin-991"])
      }
    }
    if operation.isAboutOwnTenant { named = nil }
    let home = sides.firstIndex { $0.policy.operators[actor] != nil } ?? 0
    let place = operation.place ?? named
    let target = place.flatMap { code in sides.firstIndex { $0.code == code } } ?? home
    return Scene(actor: actor, named: named, side: target, home: home)
  }

  // MARK: Doing

  private enum Outcome: Equatable {
    case made
    case refused(String)
  }

  private func attempt(
    _ operation: ModelOperation, _ scene: Scene, dryRun: Bool
  ) throws -> Outcome {
    do {
      try world.registry.change(as: .unchecked(scene.actor), dryRun: dryRun) {
        try operation.run($0, scene.named)
      }
      return .made
    } catch let error as IAMError {
      return .refused(error.code)
    } catch is DocumentError {
      return .refused("document")
    } catch is RecordError {
      return .refused("record")
    }
  }

  /// The rows in which the tenants differ from what was committed last.
  private func changed(
    except place: Int?, areRevisionsKept: Bool = true, areRequestsKept: Bool = true
  ) throws -> [String] {
    try sides.indices.filter { $0 != place }.flatMap { place -> [String] in
      let side = sides[place]
      let (rows, revision) = try world.registry.database.read { reading in
        (
          try Snapshot.rows(of: side.id, reading), try reading.revision(ofTenant: side.id)
        )
      }
      let isRaised = areRevisionsKept && revision != side.policy.revision
      let counts = { (row: String) in areRequestsKept || !row.hasPrefix("[\"reset\"") }
      guard rows.filter(counts) != side.rows.filter(counts) || isRaised else { return [] }
      return rows.filter { !side.rows.contains($0) } + ["\(side.code), revision \(revision)"]
    }
  }
}
