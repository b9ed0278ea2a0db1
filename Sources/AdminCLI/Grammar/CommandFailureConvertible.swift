/// An error of another layer that knows how to tell itself to the user.
protocol CommandFailureConvertible: Error {
  /// The error in the words of the command line.
  var commandFailure: CommandFailure { get }
}
