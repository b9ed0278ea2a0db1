internal import Policy

/// What a relation of names looks like as layers: who stands on whom, how deep, and what goes
/// round in a circle.
struct InclusionLayers {
  /// The names on a circle, or between two.
  private(set) var circling: Set<Name>
  /// How many layers lie under a name, itself included; nothing for names that reach a circle.
  private(set) var depths: [Name: Int] = [:]

  /// What is said of nesting beyond a limit.
  static func tooDeep(_ limit: Int) -> Wording {
    Wording(zh: "嵌套超过 \(limit) 层", en: "nested deeper than \(limit) levels")
  }

  /// Lays out a relation.
  ///
  /// - Parameter edges: what each name stands on; names without an entry stand on nothing.
  /// - Complexity: O(names and edges).
  init(_ edges: [Name: Set<Name>]) {
    let (reaching, depths) = Self.layered(edges)
    self.depths = depths
    var reversed: [Name: Set<Name>] = [:]
    for (name, below) in edges where reaching.contains(name) {
      for other in below where reaching.contains(other) {
        reversed[other, default: []].insert(name)
      }
    }
    circling = Self.layered(reversed).rest.intersection(reaching)
  }

  /// Takes off layer after layer of the names that stand on nothing that is left.
  private static func layered(
    _ edges: [Name: Set<Name>]
  ) -> (rest: Set<Name>, depths: [Name: Int]) {
    var open = edges.mapValues(\.count)
    var above: [Name: [Name]] = [:]
    for (name, below) in edges {
      for other in below {
        above[other, default: []].append(name)
        if open[other] == nil { open[other] = 0 }
      }
    }
    var ready = open.filter { $0.value == 0 }.map(\.key)
    var depths = Dictionary(ready.map { ($0, 1) }) { first, _ in first }
    while let name = ready.popLast() {
      let depth = depths[name] ?? 1
      for other in above[name] ?? [] {
        depths[other] = max(depths[other] ?? 1, depth + 1)
        open[other, default: 1] -= 1
        if open[other] == 0 { ready.append(other) }
      }
    }
    let rest = Set(open.filter { $0.value > 0 }.keys)
    return (rest, depths.filter { !rest.contains($0.key) })
  }
}

extension ConfigurationReader {
  /// Refuses the first inclusion of the document on a circle, and nesting beyond the limit of the
  /// commands that is deeper than it was.
  func refuseRoleCycles(_ wanted: [Name: ConfiguredRole]) throws(DocumentError) {
    let layers = InclusionLayers(wanted.mapValues(\.roles))
    let former = InclusionLayers(state.configuration.roles.mapValues(\.roles))
    for (name, node) in roles.entries ?? [] {
      if layers.circling.contains(name) {
        for value in try node.optional("roles")?.list() ?? []
        where layers.circling.contains(try value.name()) {
          throw value.error(.refused(Self.circle(.role, name)))
        }
      }
      let limit = max(Change.roleDepthLimit, former.depths[name, default: 1])
      if layers.depths[name, default: 1] > limit {
        throw node.error(.refused(InclusionLayers.tooDeep(limit)), at: "roles")
      }
    }
  }

  /// Refuses the first parent of the document on a circle, and nesting beyond the limit of the
  /// commands that is deeper than it was.
  func refuseGroupCycles(_ wanted: [Name: ConfiguredGroup]) throws(DocumentError) {
    let layers = layers(of: wanted)
    let former = self.layers(of: state.configuration.groups)
    for (name, node) in groups.entries ?? [] {
      if layers.circling.contains(name) {
        throw node.error(.refused(Self.circle(.group, name)), at: "parent")
      }
      let limit = max(Change.groupDepthLimit, former.depths[name, default: 1])
      if layers.depths[name, default: 1] > limit {
        throw node.error(.refused(InclusionLayers.tooDeep(limit)), at: "parent")
      }
    }
  }

  /// How groups stand below each other, those that are not seen among them.
  private func layers(of groups: [Name: ConfiguredGroup]) -> InclusionLayers {
    let all = groups.merging(state.unseen.groups) { _, unseen in unseen }
    return InclusionLayers(all.mapValues { Set([$0.parent].compactMap { $0 }) })
  }

  private static func circle(_ noun: Noun, _ name: Name) -> Wording {
    Wording(
      zh: "`\(name)` 会包含自身", en: "the \(noun.rawValue) `\(name)` would contain itself")
  }
}
