internal import Policy

extension TenantConfiguration {
  /// The entries of a section, sorted by name in the order of code points.
  ///
  /// - Complexity: O(n log n) in what the section holds.
  func entries(of section: ConfigurationSection) -> [ConfigurationEntry] {
    switch section {
    case .menuGroups:
      menuGroups.sorted { $0.key < $1.key }.map { name, menus in
        ConfigurationEntry([("name", .string(name.text)), ("menus", .list(menus.map(\.text)))])
      }
    case .productGroups:
      productGroups.sorted { $0.key < $1.key }.map { name, products in
        ConfigurationEntry([
          ("name", .string(name.text)), ("products", .list(products.map(\.text))),
        ])
      }
    case .roles: roles.sorted { $0.key < $1.key }.map { $0.value.entry(named: $0.key) }
    case .groups: groups.sorted { $0.key < $1.key }.map { $0.value.entry(named: $0.key) }
    case .operators: operators.sorted { $0.key < $1.key }.map { $0.value.entry(named: $0.key) }
    case .separations: separations.sorted { $0.key < $1.key }.map(\.value.entry)
    }
  }
}

extension ConfiguredRole {
  fileprivate func entry(named name: Name) -> ConfigurationEntry {
    ConfigurationEntry([
      ("name", .string(name.text)), ("menus", .list(menus.map(\.text))),
      ("products", .list(products.map(\.text))), ("accounts", accounts.json),
      ("roles", .list(roles.map(\.text))),
    ])
  }
}

extension ConfiguredGroup {
  fileprivate func entry(named name: Name) -> ConfigurationEntry {
    ConfigurationEntry([
      ("name", .string(name.text)), ("parent", parent.map { .string($0.text) } ?? .null),
      ("pool", pool?.json ?? "all"), ("roles", holdings.json(.roles)),
      ("menu_groups", holdings.json(.menuGroups)),
      ("product_groups", holdings.json(.productGroups)), ("accounts", holdings.json(.accounts)),
      ("admins", .list(administrators.map(\.text))),
    ])
  }
}

extension ConfiguredPool {
  fileprivate var json: JSONValue {
    [
      "menus": .list(menus.map(\.text)), "products": .list(products.map(\.text)),
      "accounts": accounts.json,
    ]
  }
}

extension ConfiguredOperator {
  fileprivate func entry(named username: Username) -> ConfigurationEntry {
    ConfigurationEntry([
      ("username", .string(username.text)), ("name", .string(name)),
      ("group", .string(group.text)), ("groups", .list(groups.map(\.text))),
      ("menu_groups", holdings.json(.menuGroups)),
      ("product_groups", holdings.json(.productGroups)), ("menus", holdings.json(.menus)),
      ("products", holdings.json(.products)), ("accounts", holdings.json(.accounts)),
      ("roles", holdings.json(.roles)), ("state", .string(state.rawValue)),
    ])
  }
}

extension Separation {
  /// The mode is written only where it is not the usual one.
  fileprivate var entry: ConfigurationEntry {
    let mode: [(key: String, value: JSONValue)] =
      self.mode == .enforce ? [] : [("mode", .string(self.mode.rawValue))]
    return ConfigurationEntry(
      [("name", .string(name.text)), ("kind", .string(kind.rawValue))] + mode + [
        ("limit", .number(Int64(limit))), ("roles", .list(roles.map(\.text))),
      ])
  }
}

extension AccountSet {
  /// The codes sorted, or `*` alone.
  fileprivate var json: JSONValue {
    switch self {
    case .every: ["*"]
    case .some(let codes): .list(codes.map(\.text))
    }
  }
}

extension Set<Holding> {
  /// The things of one kind, sorted by name and validity.
  fileprivate func json(_ kind: Holding.Thing.Kind) -> JSONValue {
    let items = filter { $0.thing.kind == kind }.map { ($0.thing.text, $0.validity) }
    return .array(
      items.sorted { left, right in
        left.0 == right.0 ? left.1.order < right.1.order : left.0 < right.0
      }.map { text, validity in validity.json(of: text, as: kind.singular) })
  }
}

extension Validity {
  fileprivate var order: (Int64, Int64) {
    (from?.milliseconds ?? .min, until?.milliseconds ?? .max)
  }

  /// The name alone when it always holds, else an object with the ends that there are.
  fileprivate func json(of text: String, as key: String) -> JSONValue {
    if self == .always { return .string(text) }
    let ends = [("from", from), ("until", until)].compactMap { key, instant in
      instant.map { (key: key, value: JSONValue.string(RFC3339.text($0.milliseconds))) }
    }
    return .object([(key: key, value: .string(text))] + ends)
  }
}

extension JSONValue {
  /// Texts in the order of their code points.
  static func list(_ texts: [String]) -> JSONValue {
    .array(texts.sorted().map { .string($0) })
  }
}
