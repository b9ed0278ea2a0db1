/// Why a field is not acceptable.
public enum InvalidFieldReason: Sendable, Hashable {
  /// The field must be there and is not.
  case missing
  /// The document has no such field.
  case unknown
  /// The field is there twice.
  case repeated
  /// The field must not be there together with another one.
  case excluded(by: String)
  /// The value is of another JSON kind; the word is that of the right one.
  case wrongKind(JSONKind)
  /// Fewer characters or elements than asked for.
  case tooShort(minimum: Int)
  /// More characters or elements than allowed.
  case tooLong(maximum: Int)
  /// Another number of characters than one of these.
  case wrongLength([Int])
  /// White space at the beginning or the end.
  case surroundingSpace
  /// A control, invisible, private or unassigned character.
  case forbiddenCharacter
  /// A character that the code's alphabet does not have.
  case wrongCharacter
  /// The check character is not the one that the others ask for.
  case wrongCheckCharacter
  /// Not a mobile number of mainland China.
  case notMobile
  /// Not exactly one e-mail address.
  case notEmailAddress
  /// Not a positive decimal number with at most three digits after the point.
  case notVolume
  /// Not one of the known values.
  case notListed
  /// A file name whose ending is not pdf, doc or docx.
  case wrongFileType
}
