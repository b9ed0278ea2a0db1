internal import Policy

extension ReadTransaction {
  /// All about one tenant.
  ///
  /// - Parameter isWhole: whether personal data is shown whole.
  func details(
    of tenant: TenantRow, whole isWhole: Bool, _ services: Services
  ) throws -> MemberDetails {
    MemberDetails(
      summary: try member(tenant.id),
      registration: try registration(of: tenant, whole: isWhole, services),
      profile: try profile(of: tenant.id), bank: try bank(of: tenant, whole: isWhole, services),
      applications: try applications(of: tenant.id), modules: try openedModules(to: tenant))
  }

  private func registration(
    of tenant: TenantRow, whole isWhole: Bool, _ services: Services
  ) throws -> MemberDetails.Registration? {
    let show = { (sealed: [UInt8], column: String, mask: @escaping (String) -> String) throws in
      try services.show(
        sealed, EnvelopePlace(registration: column, of: tenant.id, tenant.code),
        mask: isWhole ? nil : mask)
    }
    return try first(
      """
      SELECT legal_representative, administrator_name, mobile_sealed, email_sealed,
        address_sealed, credit_code, licence_no, organisation_code, tax_no
      FROM registration WHERE tenant_id = ?
      """, tenant.id
    ) { row in
      MemberDetails.Registration(
        legalRepresentative: try row.text(0), administratorName: try row.text(1),
        mobile: try show(try row.blob(2), "mobile_sealed", Mask.mobile),
        email: try show(try row.blob(3), "email_sealed", Mask.email),
        deliveryAddress: try show(try row.blob(4), "address_sealed", Mask.address),
        creditCode: try row.textOrNil(5), licenceNumber: try row.textOrNil(6),
        organisationCode: try row.textOrNil(7), taxNumber: try row.textOrNil(8))
    }
  }

  private func profile(of tenant: Int64) throws -> MemberDetails.Profile? {
    let regions = try all(
      "SELECT region FROM profile_region WHERE tenant_id = ?", tenant, row: { try $0.text(0) })
    let documents = try all(
      """
      SELECT kind, name, digest, length(content) FROM profile_document
      WHERE tenant_id = ? ORDER BY position
      """, tenant
    ) { row in
      MemberDetails.Document(
        kind: try row.text(0), name: try row.text(1),
        digest: Hexadecimal.text(try row.blob(2)), byteCount: try row.int(3))
    }
    return try first(
      """
      SELECT applicant, annual_volume, enterprise_type, submitted_at FROM profile
      WHERE tenant_id = ?
      """, tenant
    ) { row in
      MemberDetails.Profile(
        regions: Province.names.filter(regions.contains), applicant: try row.text(0),
        annualVolume: try row.text(1), enterpriseType: try row.text(2),
        submittedAt: try row.instant(3), documents: documents)
    }
  }

  private func bank(
    of tenant: TenantRow, whole isWhole: Bool, _ services: Services
  ) throws -> MemberDetails.Bank? {
    let place = EnvelopePlace(bankAccountOf: tenant.id, tenant.code)
    let mask: ((String) -> String)? = if isWhole { nil } else { { Mask.bankAccount($0) } }
    return try first(
      "SELECT bank, holder, account_no_sealed, bound_at FROM bank_binding WHERE tenant_id = ?",
      tenant.id
    ) { row in
      let number = try services.show(try row.blob(2), place, mask: mask)
      return MemberDetails.Bank(
        bank: try row.text(0), holder: try row.text(1), accountNumber: number,
        boundAt: try row.instant(3))
    }
  }

  private func applications(of tenant: Int64) throws -> [MemberDetails.Application] {
    try all(
      """
      SELECT qualification, state, applied_at, decided_at, reason FROM application
      WHERE tenant_id = ? ORDER BY id
      """, tenant
    ) { row in
      MemberDetails.Application(
        qualification: try row.text(0), state: try row.text(1), appliedAt: try row.instant(2),
        decidedAt: try row.instantOrNil(3), reason: try row.textOrNil(4))
    }
  }
}
