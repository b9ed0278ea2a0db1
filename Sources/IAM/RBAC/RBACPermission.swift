public import Policy

/// A permission as the standard has it: an operation that may be done on an object.
///
/// - Source: ANSI INCITS 359-2012, 3: PRMS = 2^(OPS × OBS).
public struct RBACPermission: Sendable, Hashable {
  /// The operation: a menu, with everything below it.
  public var operation: MenuCode
  /// The object: a product, with everything below it; `nil` where the operation has none, and in a
  /// role that leaves the products to its holders.
  public var object: ProductCode?

  /// Takes both.
  public init(_ operation: MenuCode, on object: ProductCode? = nil) {
    self.operation = operation
    self.object = object
  }
}

extension RBACPermission {
  /// Every operation on every object, each pair once, in the order of both codes.
  static func pairs(_ rectangles: [(menus: [MenuCode], products: [ProductCode])]) -> [Self] {
    let pairs = rectangles.flatMap { rectangle in
      rectangle.menus.flatMap { menu in
        let objects = rectangle.products.isEmpty ? [nil] : rectangle.products.map(Optional.some)
        return objects.map { RBACPermission(menu, on: $0) }
      }
    }
    return Set(pairs).sorted { one, other in
      (one.operation.text, one.object?.text ?? "")
        < (other.operation.text, other.object?.text ?? "")
    }
  }

  /// The operations of those permissions that reach an object, each once, in order.
  static func operations(of permissions: [Self], on object: ProductCode) -> [MenuCode] {
    Set(permissions.filter { $0.object?.covers(object) == true }.map(\.operation)).sorted()
  }
}
