/// One entry of a section as a document writes it: its keys and values in order.
///
/// Documents and differences are both made of these, so that what `plan` shows is what `export`
/// writes.
struct ConfigurationEntry {
  /// The value of the first key.
  var name: String
  /// All keys with their values, in the order of the document.
  var fields: [(key: String, value: JSONValue)]

  init(_ fields: [(key: String, value: JSONValue)]) {
    guard case .string(let name)? = fields.first?.value else {
      preconditionFailure("An entry of a configuration begins with its name.")
    }
    self.name = name
    self.fields = fields
  }
}
