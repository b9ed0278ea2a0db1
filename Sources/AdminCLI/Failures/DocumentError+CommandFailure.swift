import IAM

extension DocumentError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    CommandFailure("invalid-document", Text(wording), exit: .invalidData)
  }
}

extension JSONReadingError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    CommandFailure("invalid-json", Text(wording), exit: .invalidData)
  }
}

extension RecordError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    CommandFailure("invalid-record", Text(wording), exit: .invalidData)
  }
}

extension Text {
  /// A sentence of the library.
  init(_ wording: Wording) {
    self.init(zh: wording.zh, en: wording.en)
  }
}
