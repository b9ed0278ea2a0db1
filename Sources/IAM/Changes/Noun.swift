/// The kinds of things that can be named, not found, in use or there already.
public enum Noun: String, Sendable, CaseIterable {
  case tenant
  case account, market, qualification
  case `operator`
  case menu, product
  case menuGroup = "menu-group"
  case productGroup = "product-group"
  case role, group, separation, session
  case resetRequest = "reset-request"
  case application
  case preset
  case auditEntry = "audit-entry"
}
