internal import CIAM

/// The text of a word; `nil` where none is given.
///
/// - Throws: `argument` for a length without bytes, `tooLong`, `encoding`.
func word(_ word: iam_text) throws(CheckFailure) -> String? {
  // SAFETY: the caller vouches for `length` readable bytes.
  guard unsafe word.bytes != nil || word.length != 0 else { return nil }
  return unsafe try text(word.bytes, word.length, atMost: Int(IAM_TEXT_MAX))
}

/// The text of so many bytes.
///
/// - Parameters:
///   - bytes: what C gave.
///   - length: C's `size_t`; one above the range of `Int` arrives as a negative number.
/// - Throws: `argument` for no bytes, `tooLong` before a byte is read, `encoding`.
func text(
  _ bytes: UnsafePointer<CChar>?, _ length: Int, atMost bound: Int
) throws(CheckFailure) -> String {
  // SAFETY: the caller vouches for `length` readable bytes; they are copied before this returns.
  guard let bytes = unsafe bytes else { throw .argument }
  guard (0...bound).contains(length) else { throw .tooLong }
  // SAFETY: as above.
  let copy = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: length))
  guard let text = String(validating: copy, as: UTF8.self) else { throw .encoding }
  return text
}
