public import Policy

extension RBAC {
  /// RolePermissions: `role show`, of the role and all that it includes.
  ///
  /// Differs: operations and objects as they are named, whole branches by their top; the object is
  /// `nil` where the role leaves the products to its holders. Each included role keeps its own.
  public func rolePermissions(of role: Name) throws -> [RBACPermission] {
    try ask { inquiry in
      var names = [role]
      var rectangles: [(menus: [MenuCode], products: [ProductCode])] = []
      while rectangles.count < names.count {
        let listing = try inquiry.role(names[rectangles.count], in: tenant)
        rectangles.append((listing.menus, listing.products))
        names += listing.includes.filter { !names.contains($0) }
      }
      return RBACPermission.pairs(rectangles)
    }
  }

  /// UserPermissions: `can`.
  ///
  /// Differs: also what the user holds itself and by its groups; ceilings have been applied.
  public func userPermissions(of user: Username) throws -> [RBACPermission] {
    RBACPermission.pairs(
      try ask { try $0.can(user.text, in: tenant) }.map { ([$0.menu], $0.products) })
  }

  /// RoleOperationsOnObject: those of ``rolePermissions(of:)`` that reach a product.
  ///
  /// Differs: a role that leaves the products to its holders has none.
  public func roleOperationsOnObject(_ role: Name, _ object: ProductCode) throws -> [MenuCode] {
    RBACPermission.operations(of: try rolePermissions(of: role), on: object)
  }

  /// UserOperationsOnObject: those of ``userPermissions(of:)`` that reach a product.
  public func userOperationsOnObject(
    _ user: Username, _ object: ProductCode
  ) throws -> [MenuCode] {
    RBACPermission.operations(of: try userPermissions(of: user), on: object)
  }
}
