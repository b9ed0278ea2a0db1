public import Policy

// What is looked up by a text that need not be well-formed: what cannot exist is not found.

extension Username {
  /// Reads the username of somebody who is looked up.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String) throws {
    guard let name = Username(text) else { throw IAMError.notFound(.operator, text) }
    self = name
  }
}

extension Name {
  /// Reads the name of something that is looked up.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String, _ noun: Noun) throws {
    guard let name = Name(text) else { throw IAMError.notFound(noun, text) }
    self = name
  }

  /// Reads the name of something that is going to be made.
  ///
  /// - Parameter path: what the name is of, for the error: `name`.
  /// - Throws: `invalid`.
  public init(new text: String, path: String = "name") throws {
    guard let name = Name(text) else { throw IAMError.invalidName(path) }
    self = name
  }
}

extension MenuCode {
  /// Reads a menu that is looked up, or the wildcard.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String) throws {
    guard let code = text == "*" ? .wildcard : MenuCode(text) else {
      throw IAMError.notFound(.menu, text)
    }
    self = code
  }
}

extension ProductCode {
  /// Reads a product that is looked up, or the wildcard.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String) throws {
    guard let code = text == "*" ? .wildcard : ProductCode(text) else {
      throw IAMError.notFound(.product, text)
    }
    self = code
  }
}

extension AccountCode {
  /// Reads a trading account that is looked up.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String) throws {
    guard let code = AccountCode(text) else { throw IAMError.notFound(.account, text) }
    self = code
  }
}

extension TenantCode {
  /// Reads a tenant that is looked up.
  ///
  /// - Throws: `notFound`.
  public init(existing text: String) throws {
    guard let code = TenantCode(text) else { throw IAMError.notFound(.tenant, text) }
    self = code
  }
}
