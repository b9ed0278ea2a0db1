/// What a command does to the data, which decides the flags that it offers.
enum Effect: Sendable {
  /// Nothing that one would want to try first: no flag.
  case reads
  /// Changes: `--dry-run`.
  case changes
  /// Takes away what is not easily restored: `--dry-run` and `--yes`.
  case destroys
}
