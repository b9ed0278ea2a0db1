import IAM

extension InvalidField: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    let tail = field.split(separator: ".").last ?? "value"
    let name = String(tail.prefix { $0 != "[" }.map { $0 == "_" ? "-" : $0 })
    return CommandFailure(
      "invalid-\(name)", Text(zh: wording.zh, en: wording.en), exit: .invalidData)
  }
}
