extension CompiledTenant {
  /// The number of a product among those of the tenant, -1 for `nil`, -2 for an unknown one.
  package func productNumber(_ text: String?) -> Int32 {
    guard let text else { return CompiledTarget.unnamed }
    let number = catalogue.productNumber(text)
    guard number >= 0, let productNumbers else { return number }
    // This tenant has terms of its own, which are products like any other.
    if let code = ProductCode(text) {
      let own = products.span(of: code)
      if !own.isEmpty { return Int32(own.lowerBound) }
    }
    return productNumbers[Int(number)]
  }

  /// The number of an account, -1 for `nil`, -2 for one that the tenant does not have.
  package func accountNumber(_ text: String?) -> Int32 {
    guard let text else { return CompiledTarget.unnamed }
    var low = 0
    var high = accounts.count
    while low < high {
      let middle = (low + high) / 2
      let code = accounts[middle].text
      // Text that is only canonically the same has other bytes, and is no code.
      if code == text {
        return code.utf8.count == text.utf8.count ? Int32(middle) : CompiledTarget.unknown
      }
      if code < text { low = middle + 1 } else { high = middle }
    }
    return CompiledTarget.unknown
  }

  /// The number of the operator that the store knows under an id; operators are in the order of ids.
  package func operatorNumber(id: Int64) -> Int? {
    let place = firstPlace(of: operators.count) { records.start[$0].id >= id }
    return place < operators.count && records.start[place].id == id ? place : nil
  }
}
