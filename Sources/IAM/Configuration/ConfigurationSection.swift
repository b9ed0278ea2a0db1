/// The sections of a configuration, in the order of the document.
public enum ConfigurationSection: String, Sendable, CaseIterable {
  case menuGroups = "menu_groups"
  case productGroups = "product_groups"
  case roles, groups, operators, separations

  /// The keys of an entry, in the order of the document; the first names the entry.
  var keys: [String] {
    switch self {
    case .menuGroups: ["name", "menus"]
    case .productGroups: ["name", "products"]
    case .roles: ["name", "menus", "products", "accounts", "roles"]
    case .groups:
      [
        "name", "parent", "pool", "roles", "menu_groups", "product_groups", "accounts", "admins",
      ]
    case .operators:
      [
        "username", "name", "group", "groups", "menu_groups", "product_groups", "menus",
        "products", "accounts", "roles", "state",
      ]
    case .separations: ["name", "kind", "mode", "limit", "roles"]
    }
  }
}
