extension CatalogueDocument {
  /// What a menu may be marked with; the raw value is the letter that documents write.
  public enum Mark: String, Sendable, CaseIterable {
    /// Open before the tenant's first approval.
    case signupStage = "S"
    /// Open while first-login steps are pending; implies `signupStage`.
    case setupStage = "U"
    /// Closed while the tenant is suspended or under review.
    case trading = "T"
    /// Works on a frozen account.
    case readOnly = "R"
    /// Requests must name an account.
    case needsAccount = "a"
    /// Requests must name a product.
    case needsProduct = "p"
    /// Asks for the payment password (`C9`).
    case needsPaymentPassword = "£"
    /// Shows only the caller's own records (`F2`).
    case ownRecords = "own"
    /// Open only in the hours of declarations (`F6`).
    case declarationHours = "h"
    /// Asks for the key.
    case key = "k"
    /// Root of an administrative subtree, which no wildcard above it includes.
    case administrativeRoot = "A"
  }
}
