/// How a parameter is written: what matching, help, completion and the manual are made from.
struct ParameterShape: Sendable {
  /// What marks the parameter's place.
  enum Kind: Sendable {
    /// A word by its position.
    case argument
    /// A name and a value.
    case option
    /// A name alone.
    case flag
    /// Everything after `--`.
    case rest
  }

  /// What marks the parameter's place.
  let kind: Kind
  /// `USERNAME` for an argument, `--name` for an option or flag.
  let name: String
  /// What the value of an option is called; empty for every other kind.
  var placeholder = ""
  /// What it is for.
  let help: Text
  /// Whether it must be given.
  var isRequired = false
  /// Whether it may be given more than once.
  var isRepeated = false
  /// What a shell may offer for the value.
  var completion = ValueCompletion.nothing

  /// Name and placeholder: `--name N`, `USERNAME`.
  var term: String {
    placeholder.isEmpty ? name : "\(name) \(placeholder)"
  }

  /// The parameter in a line of usage: `[--menu M]…`.
  var usage: String {
    let core = kind == .rest ? "-- \(name)…" : term
    let bounded = isRequired ? core : "[\(core)]"
    return isRepeated ? bounded + "…" : bounded
  }
}
