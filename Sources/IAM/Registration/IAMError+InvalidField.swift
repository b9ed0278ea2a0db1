extension IAMError {
  /// A field that is not acceptable, as the error that callers of the store see.
  init(_ field: InvalidField) {
    self = .invalid(path: field.field, reason: field.reason.wording)
  }

  /// The value of a check on a field, or the error that names it.
  static func naming<Value>(
    _ check: () throws(InvalidField) -> Value
  ) throws(IAMError) -> Value {
    do {
      return try check()
    } catch {
      throw IAMError(error)
    }
  }
}
