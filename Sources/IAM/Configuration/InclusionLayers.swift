internal import Policy

/// What a relation of names looks like as layers: who stands on whom, how deep, and what goes
/// round in a circle.
struct InclusionLayers {
  /// The deepest that roles and groups may be nested in a document.
  static let maximumDepth = 32
  /// What is said of nesting that is deeper.
  static let tooDeep = Wording(
    zh: "嵌套超过 \(maximumDepth) 层", en: "nested deeper than \(maximumDepth) levels")

  /// The names on a circle, or between two.
  private(set) var circling: Set<Name>
  /// How many layers lie under a name, itself included; nothing for names that reach a circle.
  private(set) var depths: [Name: Int] = [:]

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
  /// Refuses the first inclusion of the document on a circle, and nesting that is too deep.
  func refuseRoleCycles(_ wanted: [Name: ConfiguredRole]) throws(DocumentError) {
    let layers = InclusionLayers(wanted.mapValues(\.roles))
    for (name, node) in roles.entries ?? [] {
      if layers.circling.contains(name) {
        for value in try node.optional("roles")?.list() ?? []
        where layers.circling.contains(try value.name()) {
          throw value.error(.refused(Self.circle(.role, name)))
        }
      }
      if layers.depths[name, default: 1] > InclusionLayers.maximumDepth {
        throw node.error(.refused(InclusionLayers.tooDeep), at: "roles")
      }
    }
  }

  /// Refuses the first parent of the document on a circle, and nesting that is too deep.
  func refuseGroupCycles(_ wanted: [Name: ConfiguredGroup]) throws(DocumentError) {
    let parents = wanted.mapValues { Set([$0.parent].compactMap { $0 }) }
    let layers = InclusionLayers(parents)
    for (name, node) in groups.entries ?? [] {
      if layers.circling.contains(name) {
        throw node.error(.refused(Self.circle(.group, name)), at: "parent")
      }
      if layers.depths[name, default: 1] > InclusionLayers.maximumDepth {
        throw node.error(.refused(InclusionLayers.tooDeep), at: "parent")
      }
    }
  }

  private static func circle(_ noun: Noun, _ name: Name) -> Wording {
    Wording(
      zh: "`\(name)` 会包含自身", en: "the \(noun.rawValue) `\(name)` would contain itself")
  }
}
