internal import Policy

/// The rule for texts that people read: names, addresses, descriptions.
///
/// - Source: OWASP ASVS 5.0 V2; Unicode Technical Standard #39.
enum PlainText {
  /// The text in normal form C.
  ///
  /// Refused are white space at either end, control characters (line breaks among them), invisible
  /// format characters (bidirectional controls and zero-width signs among them), private use and
  /// unassigned code points: with them two different names could look the same.
  /// - Parameters:
  ///   - text: as given.
  ///   - field: the name for errors.
  ///   - lengths: the number of Unicode scalars after composition, both ends included.
  static func checked(
    _ text: String, field: String, lengths: ClosedRange<Int>
  ) throws(InvalidField) -> String {
    let composed = NormalForm.composed(text)
    let scalars = composed.unicodeScalars
    if scalars.contains(where: isForbidden) { throw InvalidField(field, .forbiddenCharacter) }
    if scalars.count < lengths.lowerBound {
      throw InvalidField(field, .tooShort(minimum: lengths.lowerBound))
    }
    if scalars.count > lengths.upperBound {
      throw InvalidField(field, .tooLong(maximum: lengths.upperBound))
    }
    let ends = [scalars.first, scalars.last].compactMap(\.self)
    if ends.contains(where: \.properties.isWhitespace) {
      throw InvalidField(field, .surroundingSpace)
    }
    return composed
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
      .paragraphSeparator:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
