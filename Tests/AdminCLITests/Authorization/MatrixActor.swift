/// The kinds of actors of the authorization matrix, in the order of its columns.
enum MatrixActor: String, CaseIterable, Sendable {
  case staff = "staff-01"
  case idleStaff = "staff-02"
  case master = "master-01"
  case above = "admin-above"
  case same = "admin-same"
  case below = "admin-below"
  case sibling = "admin-beside"
  case clerk = "clerk-001"
  case plain = "trader-02"
  case foreign = "master-02"
  case nobody

  /// What the column is called.
  var title: String {
    switch self {
    case .staff: "staff master"
    case .idleStaff: "staff without menus"
    case .master: "master"
    case .above: "admin above"
    case .same: "admin same"
    case .below: "admin below"
    case .sibling: "admin beside"
    case .clerk: "menus, no group"
    case .plain: "plain operator"
    case .foreign: "another's master"
    case .nobody: "nobody"
    }
  }

  /// Whether it belongs to another tenant than the one acted on, so that it must name that.
  var comesFromOutside: Bool { [.staff, .idleStaff, .foreign].contains(self) }
}
