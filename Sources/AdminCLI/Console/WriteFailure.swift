/// Why bytes could not be written.
enum WriteFailure: Error, Equatable {
  /// Nobody reads any more (`EPIPE`): no reason to complain.
  case nobodyReads
  /// The system's reason, in its own words.
  case failed(String)
}
