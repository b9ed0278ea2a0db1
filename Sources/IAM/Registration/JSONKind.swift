/// The kinds of JSON values that documents ask for.
public enum JSONKind: String, Sendable, Hashable {
  case string
  case array
  case object
}
