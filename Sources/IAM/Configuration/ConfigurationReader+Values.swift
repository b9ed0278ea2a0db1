internal import Policy

extension ConfigurationReader {
  /// The menus of the key `menus`.
  func menus(_ node: DocumentReader) throws(DocumentError) -> Set<MenuCode> {
    try node.distinct("menus") { value throws(DocumentError) in try menu(value) }
  }

  /// The products of the key `products`.
  func products(_ node: DocumentReader) throws(DocumentError) -> Set<ProductCode> {
    try node.distinct("products") { value throws(DocumentError) in try product(value) }
  }

  /// The accounts of the key `accounts`: codes, or `*` alone.
  func accounts(_ node: DocumentReader) throws(DocumentError) -> AccountSet {
    let things = try node.distinct("accounts") { value throws(DocumentError) in
      try account(value)
    }
    var codes: Set<AccountCode> = []
    for thing in things {
      if case .account(let code) = thing { codes.insert(code) } else { return .every }
    }
    return .some(codes)
  }

  /// A menu of the catalogue, or `*`.
  func menu(_ value: DocumentValue) throws(DocumentError) -> MenuCode {
    let text = try value.string()
    if text == MenuCode.wildcard.text { return .wildcard }
    guard let code = MenuCode(text) else { throw value.error(.malformedCode(text)) }
    guard state.catalogue.menus[code] != nil else { throw value.unknown(.menu, text) }
    return code
  }

  /// A product of the catalogue or a term below a base point, or `*`.
  func product(_ value: DocumentValue) throws(DocumentError) -> ProductCode {
    let text = try value.string()
    if text == ProductCode.wildcard.text { return .wildcard }
    guard let code = ProductCode(text) else { throw value.error(.malformedCode(text)) }
    guard state.catalogue.knows(code) else { throw value.unknown(.product, text) }
    return code
  }

  /// An account of the tenant, or `*`.
  func account(_ value: DocumentValue) throws(DocumentError) -> Holding.Thing {
    let text = try value.string()
    if text == "*" { return .everyAccount }
    guard let code = AccountCode(text), state.ids.accounts[code] != nil else {
      throw value.unknown(.account, text)
    }
    return .account(code)
  }

  /// A name among those that there will be.
  func reference(
    _ value: DocumentValue, to noun: Noun, among names: Set<Name>
  ) throws(DocumentError) -> Name {
    let name = try value.name()
    guard names.contains(name) else { throw value.unknown(noun, name.text) }
    return name
  }

  // MARK: Things held

  /// What a group hands down: everything but single menus and products.
  ///
  /// - Parameter present: what it hands down already.
  func handedDown(
    _ node: DocumentReader, present: Set<Holding>
  ) throws(DocumentError) -> Set<Holding> {
    let kinds: [Holding.Thing.Kind] = [.roles, .menuGroups, .productGroups, .accounts]
    return try holdings(node, of: kinds, present)
  }

  /// What an operator holds itself.
  ///
  /// - Parameter present: what it holds already.
  func held(_ node: DocumentReader, present: Set<Holding>) throws(DocumentError) -> Set<Holding> {
    let kinds: [Holding.Thing.Kind] = [
      .menuGroups, .productGroups, .menus, .products, .accounts, .roles,
    ]
    return try holdings(node, of: kinds, present)
  }

  private func holdings(
    _ node: DocumentReader, of kinds: [Holding.Thing.Kind], _ present: Set<Holding>
  ) throws(DocumentError) -> Set<Holding> {
    var all: Set<Holding> = []
    for kind in kinds {
      for value in try node.optional(kind.rawValue)?.list() ?? [] {
        let holding = try holding(value, of: kind, present)
        guard all.insert(holding).inserted else {
          throw value.error(.duplicate(holding.thing.text))
        }
      }
    }
    return all
  }

  /// A name alone, or an object of the name and when it holds. What is there already may be over.
  private func holding(
    _ value: DocumentValue, of kind: Holding.Thing.Kind, _ present: Set<Holding>
  ) throws(DocumentError) -> Holding {
    guard value.kind == .object else { return Holding(try thing(value, of: kind)) }
    let object = try value.object(keys: [kind.singular, "from", "until"])
    let thing = try thing(object.value(kind.singular), of: kind)
    let validity = Validity(
      from: try object.optional("from")?.instant(), until: try object.optional("until")?.instant())
    let holding = Holding(thing, validity: validity)
    if !present.contains(holding), let reason = validity.nonsense(at: now) {
      throw object.error(.refused(reason), at: "until")
    }
    return holding
  }

  private func thing(
    _ value: DocumentValue, of kind: Holding.Thing.Kind
  ) throws(DocumentError) -> Holding.Thing {
    switch kind {
    case .menus: .menu(try menu(value))
    case .products: .product(try product(value))
    case .accounts: try account(value)
    case .menuGroups: .menuGroup(try reference(value, to: .menuGroup, among: known.menuGroups))
    case .productGroups:
      .productGroup(try reference(value, to: .productGroup, among: known.productGroups))
    case .roles: .role(try reference(value, to: .role, among: known.roles))
    }
  }
}

extension DocumentReader {
  /// The values of a list that may be left out, none of them twice.
  func distinct<Value: Hashable>(
    _ key: String, _ read: (DocumentValue) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Set<Value> {
    var values: Set<Value> = []
    for element in try optional(key)?.list() ?? [] {
      guard values.insert(try read(element)).inserted else {
        throw element.error(.duplicate(try element.string()))
      }
    }
    return values
  }
}

extension DocumentValue {
  /// A name, in normal form C.
  func name() throws(DocumentError) -> Name {
    guard let name = Name(try string()) else {
      throw error(
        .refused(
          Wording(
            zh: "须为 1–64 个可见字符，首尾无空格",
            en: "must be 1 to 64 visible characters without spaces at its ends")))
    }
    return name
  }

  /// A username in the form of A2.
  func username() throws(DocumentError) -> Username {
    let text = try string()
    guard let username = Username(text) else {
      throw error(
        .refused(
          Wording(
            zh: "`\(text)` 不是有效的用户名（8–20 位字母和数字，可含 - 和 _）",
            en: "`\(text)` is not a username (8 to 20 letters and digits, - and _ allowed)")))
    }
    return username
  }

  /// A time by RFC 3339.
  func instant() throws(DocumentError) -> Instant {
    let text = try string()
    guard let milliseconds = RFC3339.milliseconds(text) else {
      throw error(
        .refused(
          Wording(zh: "`\(text)` 不是有效的时间（RFC 3339）", en: "`\(text)` is not a time (RFC 3339)")))
    }
    return Instant(milliseconds: milliseconds)
  }

  /// The error that something named here is not there; the same for what another tenant has.
  func unknown(_ noun: Noun, _ text: String) -> DocumentError {
    let kind = noun.rawValue.replacing("-", with: " ")
    return error(
      .refused(Wording(zh: "没有 `\(text)`（\(kind)）", en: "there is no \(kind) `\(text)`")))
  }
}
