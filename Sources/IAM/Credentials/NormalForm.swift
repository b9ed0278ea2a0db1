// The toolchain ships no public way to Unicode normal form C without full Foundation:
// FoundationEssentials does not have `precomposedStringWithCanonicalMapping`. The standard library
// composes strings itself to compare and hash them, and offers the result under this interface
// name. Tests pin its answers, so a toolchain that changes it is noticed.
@_spi(_Unicode) import Swift

/// Unicode normal form C: canonically equivalent texts become the same scalars.
///
/// - Source: Unicode Standard Annex #15.
enum NormalForm {
  /// The text in normal form C.
  ///
  /// - Complexity: O(bytes of the text); text that is ASCII only is answered as it is.
  static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }
}
