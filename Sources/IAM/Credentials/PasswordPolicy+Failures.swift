extension PasswordPolicy {
  /// Every rule that a password breaks, in a fixed order; empty when it is acceptable.
  ///
  /// History and the other password are not looked at: their hashes are the caller's.
  /// - Parameters:
  ///   - password: in normal form C, as ``Secret/init(password:)`` makes it.
  ///   - context: what a guesser may know about the user.
  /// - Complexity: O(n²) in the password's length, which is at most 128.
  public func failures(of password: Secret, context: PasswordContext) -> [PasswordFailure] {
    var text = password.withBytes { bytes in
      var copy = [UInt8](copying: bytes)
      defer { copy.erase() }
      return Array(String(decoding: copy, as: UTF8.self).unicodeScalars)
    }
    var folded = text.map(LetterLookalikes.small)
    defer {
      text.erase()
      folded.erase()
    }
    return lengthFailures(text) + compositionFailures(text)
      + PasswordPolicy.predictableFailures(folded, context)
  }

  private func lengthFailures(_ text: [Unicode.Scalar]) -> [PasswordFailure] {
    var failures: [PasswordFailure] = []
    if text.count < minimumLength { failures.append(.tooShort(minimum: minimumLength)) }
    if text.count > maximumLength { failures.append(.tooLong(maximum: maximumLength)) }
    return failures
  }

  private func compositionFailures(_ text: [Unicode.Scalar]) -> [PasswordFailure] {
    var failures: [PasswordFailure] = []
    if let minimum = self[.kinds], Set(text.map(CharacterKind.init)).count < minimum {
      failures.append(.tooFewKinds(minimum: minimum))
    }
    if let minimum = self[.classes], Set(text.map(CharacterClass.init)).count < minimum {
      failures.append(.tooFewClasses(minimum: minimum))
    }
    let isUnprintable = text.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .unassigned, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
    if isUnprintable { failures.append(.unprintable) }
    return failures
  }

  private static func predictableFailures(
    _ folded: [Unicode.Scalar], _ context: PasswordContext
  ) -> [PasswordFailure] {
    let pieces = PasswordPieceFinder(text: folded).pieces(context: context)
    let reading = PasswordReading(characterCount: folded.count, pieces: pieces)
    var materials = Set(reading.isPredictable ? reading.materials : [])
    if context.wholeNames.contains(where: folded.contains) { materials.insert(.ownName) }
    return PasswordMaterial.allCases.filter(materials.contains).map(PasswordFailure.predictable)
  }
}
