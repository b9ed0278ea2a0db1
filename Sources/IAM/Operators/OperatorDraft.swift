public import Policy

/// What an administrator says of an operator that is going to be made.
public struct OperatorDraft: Sendable {
  /// Its login, never used before by anybody.
  public var username: Username
  /// The person's name.
  public var name: PersonName
  /// Its home group; `nil` for the one that the creator administers.
  public var group: Name?
  /// The person's mobile number.
  public var mobile: Mobile?
  /// The person's e-mail address.
  public var email: EmailAddress?
  /// When the login may be used at all.
  public var validity: Validity

  /// Takes what is known.
  public init(
    username: Username, name: PersonName, group: Name? = nil, mobile: Mobile? = nil,
    email: EmailAddress? = nil, validity: Validity = .always
  ) {
    self.username = username
    self.name = name
    self.group = group
    self.mobile = mobile
    self.email = email
    self.validity = validity
  }
}
