/// Everything that decides questions in one tenant, by numbers: what a compiled tenant is made of.
///
/// Accounts come first, in the order of their codes; then menu groups, product groups, roles, groups
/// and operators in any order; then what they hold. Numbers are what the `add` methods answer.
package struct TenantDraft: Sendable {
  let catalogue: CompiledCatalogue
  let tenant: Tenant
  let revision: Int64
  var accounts: [AccountCode] = []
  var accountStates: [AccountState] = []
  var groups: [Group] = []
  var roles: [Role] = []
  var operators: [Person] = []
  var holdings: [Holding] = []
  var menus: BitTable
  /// The product codes named anywhere, and which set names which.
  var productCodes: [ProductCode] = []
  var productEntries: [(set: Int32, code: Int32)] = []
  var productSetCount: Int32 = 0
  var accountEntries: [(set: Int32, account: Int32)] = []
  var accountSetCount: Int32 = 0
  var productNumbers: [ProductCode: Int32] = [:]
  /// What the exchange has opened.
  let openedMenus: Int32
  let openedProducts: Int32

  /// The three sides of a rectangle, each the number of a set.
  struct Sides: Sendable {
    var menus: Int32
    var products: Int32
    var accounts: Int32
    var hasEveryAccount = false
  }

  struct Group: Sendable {
    var parent: Int32
    /// `nil` for a pool of everything.
    var pool: Sides?
    var holdings: Int32 = -1
  }

  struct Role: Sendable {
    var sides: Sides
    var namesProducts = false
    var namesAccounts = false
    var includes: [Int32] = []
  }

  struct Person: Sendable {
    var id: Int64
    var key: UsernameKey
    var facts: PersonFacts
    var home: Int32
    var joined: [Int32] = []
    var holdings: Int32 = -1
  }

  /// Something given; those of one holder are a chain.
  struct Holding: Sendable {
    var thing: Thing
    var validity: Validity
    var next: Int32
  }

  /// What can be given.
  package enum Thing: Sendable {
    case menus(Range<Int>)
    case everyMenu
    case product(Int32)
    case account(Int32)
    case everyAccount
    /// The number of a set of menus.
    case menuGroup(Int32)
    /// The number of a set of products.
    case productGroup(Int32)
    case role(Int32)
  }

  /// A tenant with nothing in it.
  package init(catalogue: CompiledCatalogue, tenant: Tenant, revision: Int64) {
    self.catalogue = catalogue
    self.tenant = tenant
    self.revision = revision
    menus = BitTable(count: catalogue.leafCount)
    openedMenus = menus.append()
    openedProducts = 0
    productSetCount = 1
  }
}

/// What is known of an operator beside its groups and holdings.
package struct PersonFacts: Sendable {
  package var state: Operator.State
  package var validity: Validity
  package var lockedUntil: Instant?
  package var isMaster: Bool
  package var loginPasswordPending: Bool
  package var paymentPasswordSet: Bool

  /// Somebody in a state, of whom nothing else is known.
  package init(state: Operator.State) {
    self.state = state
    validity = .always
    isMaster = false
    loginPasswordPending = false
    paymentPasswordSet = false
  }

  /// Takes the facts.
  package init(_ person: Operator) {
    state = person.state
    validity = person.validity
    lockedUntil = person.lockedUntil
    isMaster = person.isMaster
    loginPasswordPending = person.loginPasswordPending
    paymentPasswordSet = person.paymentPasswordSet
  }
}

extension TenantDraft {
  /// An account; they come in the order of their codes.
  package mutating func addAccount(_ code: AccountCode, _ state: AccountState) -> Int32 {
    precondition(accounts.last.map { $0 < code } != false, "accounts come in order")
    accounts.append(code)
    accountStates.append(state)
    return Int32(accounts.count - 1)
  }

  /// A user group below another; `parent` is -1 for the root, -2 for one that is not there.
  package mutating func addGroup(hasWholePool: Bool) -> Int32 {
    let pool = hasWholePool ? nil : sides()
    groups.append(Group(parent: -1, pool: pool))
    return Int32(groups.count - 1)
  }

  /// Says which group stands above.
  package mutating func setParent(_ parent: Int32, of group: Int32) {
    groups[Int(group)].parent = parent
  }

  /// A role that names nothing yet.
  package mutating func addRole(hasEveryAccount: Bool) -> Int32 {
    var role = Role(sides: sides(), namesAccounts: hasEveryAccount)
    role.sides.hasEveryAccount = hasEveryAccount
    roles.append(role)
    return Int32(roles.count - 1)
  }

  /// Lets a role include another.
  package mutating func include(_ role: Int32, in outer: Int32) {
    roles[Int(outer)].includes.append(role)
  }

  /// An operator in its home group.
  package mutating func addOperator(
    id: Int64, _ key: UsernameKey, _ facts: PersonFacts, home: Int32
  ) -> Int32 {
    operators.append(Person(id: id, key: key, facts: facts, home: home))
    return Int32(operators.count - 1)
  }

  /// Locks an operator out until an instant.
  package mutating func lock(_ person: Int32, until end: Instant) {
    operators[Int(person)].facts.lockedUntil = end
  }

  /// Notes that an operator has a payment password.
  package mutating func markPaymentPassword(of person: Int32) {
    operators[Int(person)].facts.paymentPasswordSet = true
  }

  /// Notes that an operator must change the first login password before anything else.
  package mutating func markFirstPassword(of person: Int32) {
    operators[Int(person)].facts.loginPasswordPending = true
  }

  /// Lets an operator join a further group.
  package mutating func join(_ group: Int32, operator person: Int32) {
    operators[Int(person)].joined.append(group)
  }

  /// Gives something to an operator.
  package mutating func give(
    _ thing: Thing, _ validity: Validity, toOperator person: Int32
  ) {
    holdings.append(
      Holding(thing: thing, validity: validity, next: operators[Int(person)].holdings))
    operators[Int(person)].holdings = Int32(holdings.count - 1)
  }

  /// Lets a group hand something down.
  package mutating func give(_ thing: Thing, _ validity: Validity, toGroup group: Int32) {
    holdings.append(
      Holding(thing: thing, validity: validity, next: groups[Int(group)].holdings))
    groups[Int(group)].holdings = Int32(holdings.count - 1)
  }

  private mutating func sides() -> Sides {
    accountSetCount += 1
    return Sides(
      menus: menus.append(), products: addProductGroup(), accounts: accountSetCount - 1)
  }
}
