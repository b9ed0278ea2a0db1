internal import Policy

/// One thing given to an operator or handed down by a group, by its name, and when it holds.
struct Holding: Sendable, Hashable {
  /// What can be given.
  enum Thing: Sendable, Hashable {
    case menu(MenuCode)
    case product(ProductCode)
    case account(AccountCode)
    case everyAccount
    case menuGroup(Name)
    case productGroup(Name)
    case role(Name)
  }

  /// What is given.
  var thing: Thing
  /// When it holds.
  var validity: Validity

  /// Takes a thing, always valid unless told otherwise.
  init(_ thing: Thing, validity: Validity = .always) {
    self.thing = thing
    self.validity = validity
  }
}

extension Holding.Thing {
  /// The kinds of things, by the keys under which a document lists them.
  enum Kind: String {
    case menus, products, accounts
    case menuGroups = "menu_groups"
    case productGroups = "product_groups"
    case roles

    /// The key of the thing itself where it is written with its validity.
    var singular: String { String(rawValue.dropLast()) }
  }

  var kind: Kind {
    switch self {
    case .menu: .menus
    case .product: .products
    case .account, .everyAccount: .accounts
    case .menuGroup: .menuGroups
    case .productGroup: .productGroups
    case .role: .roles
    }
  }

  /// The name or code of the thing; `*` for every account.
  var text: String {
    switch self {
    case .menu(let code): code.text
    case .product(let code): code.text
    case .account(let code): code.text
    case .everyAccount: "*"
    case .menuGroup(let name), .productGroup(let name), .role(let name): name.text
    }
  }
}
