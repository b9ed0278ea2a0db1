public import Policy

/// All that a member has told about itself, and what the exchange made of it.
public struct MemberDetails: Sendable, Equatable {
  /// What lists show.
  public var summary: MemberSummary
  /// What it registered with; `nil` for an institution.
  public var registration: Registration?
  /// Its profile, once submitted.
  public var profile: Profile?
  /// Its own-funds bank account, once bound.
  public var bank: Bank?
  /// What it applied for, in the order of time.
  public var applications: [Application]
  /// What is open to it.
  public var modules: OpenedModules

  /// What a member registered with (A1).
  public struct Registration: Sendable, Equatable {
    /// The legal representative.
    public var legalRepresentative: String
    /// The business administrator.
    public var administratorName: String
    /// The administrator's mobile number.
    public var mobile: PersonalDatum
    /// The administrator's e-mail address.
    public var email: PersonalDatum
    /// Where papers are delivered.
    public var deliveryAddress: PersonalDatum
    /// The unified credit code.
    public var creditCode: String?
    /// The old certificates, where there is no credit code.
    public var licenceNumber: String?
    /// The organisation code among them.
    public var organisationCode: String?
    /// The tax number among them.
    public var taxNumber: String?
  }

  /// A profile (A7).
  public struct Profile: Sendable, Equatable {
    /// The provinces, in official order.
    public var regions: [String]
    /// `seller`, `carrier` or `buyer`.
    public var applicant: String
    /// A decimal, in 10⁴ m³.
    public var annualVolume: String
    /// The legal form.
    public var enterpriseType: String
    /// When it was submitted last.
    public var submittedAt: Instant
    /// Its documents.
    public var documents: [Document]
  }

  /// A document of a profile (D3).
  public struct Document: Sendable, Equatable {
    /// What it shows.
    public var kind: String
    /// The file's name.
    public var name: String
    /// The SHA-256 digest of its content, in hexadecimal digits.
    public var digest: String
    /// Its size.
    public var byteCount: Int64
  }

  /// A bank account (A8).
  public struct Bank: Sendable, Equatable {
    /// The bank.
    public var bank: String
    /// Whose account it is.
    public var holder: String
    /// Its number.
    public var accountNumber: PersonalDatum
    /// When it was bound.
    public var boundAt: Instant
  }

  /// An application for a business qualification (A9).
  public struct Application: Sendable, Equatable {
    /// The qualification.
    public var qualification: String
    /// `pending`, `approved`, `rejected` or `supplement`.
    public var state: String
    /// When it was handed in.
    public var appliedAt: Instant
    /// When it was decided.
    public var decidedAt: Instant?
    /// Why it was sent back.
    public var reason: String?
  }
}
