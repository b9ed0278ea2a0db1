internal import Policy

/// What an operation is about to do: enough to authorise it and to record it.
struct Intent {
  /// The stable code of the event: `operator.create`.
  var event: String
  /// The tenant it happens in.
  var tenant: Int64
  /// What it happens to: a username, a name, a code.
  var object: String
  /// What it takes.
  var need: Need
  /// The reason given, where the command asks for one.
  var reason: String?
  /// Whether it only ends what is left of a tenant, which is done also when that is closed.
  var endsWhatIsLeft = false

  init(
    _ event: String, in tenant: Int64, on object: String, need: Need, reason: String? = nil
  ) {
    self.event = event
    self.tenant = tenant
    self.object = object
    self.need = need
    self.reason = reason
  }

  /// The operator whom the caller named; `nil` where it named something else.
  var named: Username? {
    if case .menu(_, over: .operator(let username)) = need { username } else { nil }
  }
}

/// What an operation takes.
enum Need: Equatable {
  /// A menu, decided by the engine, and authority over what is changed.
  case menu(String, over: Aim)
  /// To be logged in: it concerns only the caller itself.
  case ownSelf
  /// Nothing: the caller has no account yet, or is the program.
  case nothing
}

/// What an operation is aimed at, as the caller named it: looked up once the menu has been decided,
/// so that nobody without the menu learns what exists.
enum Aim: Equatable {
  /// The tenant's business: the menu is enough.
  case tenant
  /// The whole tenant: the master, or staff.
  case wholeTenant
  /// Definitions that belong to no group: to administer some group, or the whole tenant.
  case definitions
  /// This group and what is below it; `nil` for the one that is meant where none is named.
  case group(Name?)
  /// What bounds this group: to stand above it.
  case above(Name)
  /// This operator.
  case `operator`(Username)
  /// The operator to whom something belongs that the caller named.
  case owner(Username)
}

/// What authority must reach, beside holding the menu. The gate judges the outcome once more.
enum Reach: Equatable {
  /// The tenant's business: the menu is enough.
  case tenant
  /// The whole tenant: the master, or staff.
  case wholeTenant
  /// Definitions that belong to no group: to administer some group, or the whole tenant.
  case definitions
  /// This group and what is below it.
  case group(Int64)
  /// What bounds this group: to stand above it.
  case above(Int64)
  /// This operator.
  case `operator`(Int64)
}
