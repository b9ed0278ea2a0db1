internal import CIAM
internal import IAM
internal import Policy
internal import Synchronization

/// The words that a reader keeps, and what they name as far as it was looked up.
///
/// A handle is the number of this book in its upper 32 bits, the kind of the word in the next 4, and
/// the place of the word in the last 28: one of another book, of another kind, or of nothing is found
/// out by comparing numbers, without following anything.
struct HandleBook {
  private let number = HandleBook.next.add(1, ordering: .relaxed).newValue
  private var people = Shelf<OperatorHandle>()
  private var menus = Shelf<MenuHandle>()
  private var products = Shelf<ProductHandle>()
  private var accounts = Shelf<AccountHandle>()
  private var tenants = Shelf<TenantHandle>()

  /// Counts the books of the process.
  private static let next = Atomic<UInt32>(0)

  /// The words of one kind, each once.
  private struct Shelf<Found> {
    var words: [String] = []
    /// What a word was found to name; `nil` while that is nothing.
    var found: [Found?] = []
    /// By the bytes: words that are only canonically the same are others.
    var places: [[UInt8]: Int] = [:]

    mutating func place(of word: String) throws(CheckFailure) -> Int {
      let bytes = Array(word.utf8)
      if let place = places[bytes] { return place }
      guard words.count < Int(IAM_HANDLES_MAX) else { throw .tooLong }
      places[bytes] = words.count
      words.append(word)
      found.append(nil)
      return words.count - 1
    }
  }

  /// Keeps a word.
  ///
  /// - Throws: `argument` for a kind that is none, `tooLong` when there are too many.
  mutating func keep(_ word: String, of kind: Int32) throws(CheckFailure) -> iam_handle {
    let place =
      switch kind {
      case Int32(IAM_OPERATOR): try people.place(of: word)
      case Int32(IAM_MENU): try menus.place(of: word)
      case Int32(IAM_PRODUCT): try products.place(of: word)
      case Int32(IAM_ACCOUNT): try accounts.place(of: word)
      case Int32(IAM_TENANT): try tenants.place(of: word)
      default: throw .argument
      }
    return UInt64(number) << 32 | UInt64(kind) << 28 | UInt64(place)
  }

  /// Answers a question.
  ///
  /// - Throws: `handle`, `argument` for one that is missing; what the reader throws.
  mutating func check(_ question: HandleQuestion, by reader: CheckReader) throws -> Verdict {
    let person = try place(question.username, Int32(IAM_OPERATOR), people.words.count)
    let menu = try place(question.menu, Int32(IAM_MENU), menus.words.count)
    let product = try place(question.product, Int32(IAM_PRODUCT), products.words.count)
    let account = try place(question.account, Int32(IAM_ACCOUNT), accounts.words.count)
    let tenant = try place(question.tenant, Int32(IAM_TENANT), tenants.words.count)
    guard let person, let menu else { throw CheckFailure.argument }
    try find(person, menu, product, account, tenant, by: reader)
    guard let found = people.found[person], let action = menus.found[menu],
      tenant.map({ tenants.found[$0] != nil }) != false
    else {
      // What names nothing yet is asked about by its word: it may name something by now.
      return try reader.check(
        Check(
          operator: people.words[person], menu: menus.words[menu],
          product: product.map { products.words[$0] },
          account: account.map { accounts.words[$0] }, session: question.session,
          at: question.instant, in: tenant.map { tenants.words[$0] }))
    }
    let home = tenant.flatMap { tenants.found[$0] }
    if product == nil, account == nil, question.instant == nil {
      return try reader.check(
        found, action, in: home, paymentVerified: question.session.paymentVerified,
        keyVerified: question.session.keyVerified)
    }
    return try reader.check(
      found, action, product: product.flatMap { products.found[$0] },
      account: account.flatMap { accounts.found[$0] }, in: home, session: question.session,
      at: question.instant)
  }

  /// The place of a handle's word; `nil` for no word.
  private func place(
    _ handle: iam_handle, _ kind: Int32, _ count: Int
  ) throws(CheckFailure) -> Int? {
    if handle == 0 { return nil }
    let place = Int(handle & 0xFFF_FFFF)
    guard handle >> 28 == UInt64(number) << 4 | UInt64(kind), place < count else { throw .handle }
    return place
  }

  /// Looks up what was not found before, or not since the reader lost the store.
  private mutating func find(
    _ person: Int, _ menu: Int, _ product: Int?, _ account: Int?, _ tenant: Int?,
    by reader: CheckReader
  ) throws {
    if people.found[person].map(reader.isCurrent) != true {
      people.found[person] = try reader.operator(people.words[person])
    }
    if menus.found[menu].map(reader.isCurrent) != true {
      menus.found[menu] = try reader.menu(menus.words[menu])
    }
    if let product, products.found[product] == nil {
      products.found[product] = reader.product(products.words[product])
    }
    if let account, accounts.found[account] == nil {
      accounts.found[account] = reader.account(accounts.words[account])
    }
    if let tenant, tenants.found[tenant].map(reader.isCurrent) != true {
      tenants.found[tenant] = try reader.tenant(tenants.words[tenant])
    }
  }
}
