/// What a menu leaf asks for and when it is open.
public struct Marks: OptionSet, Hashable, Sendable {
  /// One bit a mark.
  public let rawValue: UInt16

  /// Takes the bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// `S`: open before the tenant's approval.
  public static let signup = Marks(rawValue: 1 << 0)
  /// `U`: open while the login-password step is open; implies ``signup``.
  public static let setup = Marks(rawValue: 1 << 1)
  /// `T`: trading, closed while the tenant is suspended or under a later review.
  public static let trading = Marks(rawValue: 1 << 2)
  /// `R`: reads only, so it works on a frozen account.
  public static let readOnly = Marks(rawValue: 1 << 3)
  /// `a`: needs an account.
  public static let needsAccount = Marks(rawValue: 1 << 4)
  /// `p`: needs a product.
  public static let needsProduct = Marks(rawValue: 1 << 5)
  /// `£`: asks for the payment password.
  public static let paymentPassword = Marks(rawValue: 1 << 6)
  /// `own`: shows only the caller's own records.
  public static let ownScope = Marks(rawValue: 1 << 7)
  /// `h`: only in 09:15:00–15:15:00 exchange time.
  public static let hours = Marks(rawValue: 1 << 8)
  /// `k`: asks for the key.
  public static let key = Marks(rawValue: 1 << 9)
  /// `A`: on a root, everything below it is administrative and no wildcard includes it.
  public static let administrative = Marks(rawValue: 1 << 10)

  /// Every mark with its letters, in the order of the catalogue.
  public static let letters: [(letters: String, mark: Marks)] = [
    ("S", .signup), ("U", .setup), ("T", .trading), ("R", .readOnly), ("a", .needsAccount),
    ("p", .needsProduct), ("£", .paymentPassword), ("own", .ownScope), ("h", .hours),
    ("k", .key), ("A", .administrative),
  ]

  /// Reads marks from their letters; `setup` brings `signup` with it.
  ///
  /// - Returns: `nil` when one of them is no mark.
  public init?(letters: some Sequence<String>) {
    var marks: Marks = []
    for written in letters {
      guard let known = Marks.letters.first(where: { $0.letters == written }) else { return nil }
      marks.insert(known.mark)
    }
    if marks.contains(.setup) { marks.insert(.signup) }
    self = marks
  }

  /// The letters of the marks held, in the order of the catalogue.
  public var letters: [String] {
    Marks.letters.filter { contains($0.mark) }.map(\.letters)
  }
}
