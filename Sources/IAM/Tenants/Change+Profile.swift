internal import Policy

extension Change {
  /// Submits a member's profile with its documents.
  ///
  /// The member does so once; later only exchange staff do, and replace the whole. The first
  /// submission takes a registered member a step further.
  ///
  /// - Parameters:
  ///   - submission: the profile and the content of its documents.
  ///   - tenant: the member that staff name; `nil` for the caller's own.
  /// - Throws: `conflict(.profileSubmitted)` for the member's second time, `conflict(.tenant)` for
  ///   a closed one.
  /// - Source: A7, D3.
  @discardableResult
  public func setProfile(
    _ submission: ProfileSubmission, of tenant: String? = nil
  ) throws -> TenantStanding {
    try performInside("member.profile", tenant: tenant, need: "member-center.user-info.edit") {
      tenant in
      let isThere = try reading.hasProfile(tenant.id)
      if isThere, try requireActing().tenant == tenant.id {
        throw IAMError.conflict(.profileSubmitted)
      }
      try store(submission, of: tenant.id)
      let state = tenant.state == .registered ? .profiled : tenant.state
      try execute("UPDATE tenant SET state = ? WHERE id = ?", state.rawValue, tenant.id)
      return Recorded(
        TenantStanding(tenant: tenant.code, state: state),
        before: ["state": .string(tenant.state.rawValue), "profile": .bool(isThere)],
        after: [
          "state": .string(state.rawValue), "profile": true,
          "documents": .number(Int64(submission.contents.count)),
        ])
    }
  }

  private func store(_ submission: ProfileSubmission, of tenant: Int64) throws {
    let profile = submission.profile
    try execute("DELETE FROM profile_document WHERE tenant_id = ?", tenant)
    try execute("DELETE FROM profile_region WHERE tenant_id = ?", tenant)
    try execute(
      """
      INSERT INTO profile VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (tenant_id) DO UPDATE SET
        applicant = ?2, annual_volume = ?3, enterprise_type = ?4, submitted_at = ?5
      """, tenant, profile.applicant.rawValue, profile.annualVolume.text,
      profile.enterpriseType.text, now.milliseconds)
    for region in profile.regions {
      try execute("INSERT INTO profile_region VALUES (?, ?)", tenant, region.name)
    }
    for (position, (document, content)) in zip(profile.documents, submission.contents).enumerated()
    {
      try execute(
        "INSERT INTO profile_document VALUES (?, ?, ?, ?, ?, ?)", tenant, position, document.kind,
        document.fileName, Digest.sha256(content).bytes, content)
    }
  }
}

extension ReadTransaction {
  /// Whether a tenant has submitted its profile.
  func hasProfile(_ tenant: Int64) throws -> Bool {
    try exists("SELECT 1 FROM profile WHERE tenant_id = ?", tenant)
  }

  /// Whether a tenant has bound its own-funds bank account.
  func hasBank(_ tenant: Int64) throws -> Bool {
    try exists("SELECT 1 FROM bank_binding WHERE tenant_id = ?", tenant)
  }
}
