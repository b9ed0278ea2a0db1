// The toolchain ships no public way to Unicode normal form C without full Foundation:
// FoundationEssentials does not have `precomposedStringWithCanonicalMapping`. The standard library
// composes strings itself to compare and hash them, and offers the result under this interface
// name. Tests pin its answers, so a toolchain that changes it is noticed.
@_spi(_Unicode) import Swift

/// Unicode normal form C: canonically equivalent texts become the same scalars.
///
/// Swift takes canonically equivalent texts for equal, the store compares bytes: whatever names
/// something is composed before either sees it.
///
/// - Source: Unicode Standard Annex #15.
package enum NormalForm {
  /// The text in normal form C.
  ///
  /// - Parameter text: any text; it may be empty.
  /// - Complexity: O(bytes of the text); text that is Latin or Chinese only is answered as it is.
  package static func composed(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(standsAlone) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }

  /// Whether a scalar is in normal form whatever stands beside it that does so too: all below the
  /// combining marks, and the unified ideographs.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x4E00..<0xA000).contains(scalar.value)
  }
}
