import IAM
import Policy

extension MemberDetails {
  /// Everything in the order of the steps; what is not there yet is left out.
  var fields: [Field] {
    summary.fields + (registration?.fields ?? []) + (profile?.fields ?? [])
      + (bank?.fields ?? []) + [applicationsField] + modules.fields
  }

  private var applicationsField: Field {
    Field(
      "applications", Text(zh: "资格申请", en: "applications"),
      .value(
        .array(
          applications.map { application in
            [
              "qualification": .string(application.qualification),
              "state": .string(application.state),
              "applied_at": Cell.time(application.appliedAt.milliseconds).json,
              "decided_at": Cell.time(application.decidedAt?.milliseconds).json,
              "reason": Cell.text(application.reason).json,
            ]
          }), shown: applications.map(\.text)))
  }
}

extension MemberDetails.Application {
  /// What it is for, what became of it, and since when.
  fileprivate var text: Text {
    let waiting = Text(zh: "待审核", en: "waits for review")
    let title = state == "pending" ? waiting : Tenant.State(rawValue: state)?.title ?? Text(state)
    let time = ExchangeTime.minute((decidedAt ?? appliedAt).milliseconds)
    let cause = reason.map { Text(zh: "，原因：\($0)", en: ", because: \($0)") } ?? Text("")
    return Text(qualification + " ") + title + Text(zh: "（\(time)）", en: " (\(time))") + cause
  }
}

extension MemberSummary {
  fileprivate var fields: [Field] {
    let filing =
      filedUnder == nil
      ? []
      : [
        Field("filed_under", Text(zh: "备案会员", en: "filed under"), .text(filedUnder?.text)),
        Field(
          "organisation_code", Text(zh: "组织机构代码", en: "organisation code"),
          .text(organisationCode)),
      ]
    return [
      Field("tenant", Text(zh: "编号", en: "tenant"), .text(tenant.text)),
      Field("kind", Text(zh: "类型", en: "kind"), kind.cell),
      Field("name", Text(zh: "名称", en: "name"), .text(name)),
      Field("state", Text(zh: "状态", en: "state"), state.cell),
      Field("state_reason", Text(zh: "原因", en: "reason"), .text(stateReason)),
      Field("created_at", Text(zh: "注册时间", en: "created"), .time(createdAt.milliseconds)),
      Field("approved_at", Text(zh: "通过时间", en: "approved"), .time(approvedAt?.milliseconds)),
    ] + filing
  }
}

extension MemberDetails.Registration {
  fileprivate var fields: [Field] {
    [
      Field(
        "legal_representative", Text(zh: "法定代表人", en: "legal representative"),
        .text(legalRepresentative)),
      Field(
        "administrator_name", Text(zh: "业务管理员", en: "administrator"), .text(administratorName)),
      Field("mobile", Text(zh: "手机", en: "mobile"), mobile.cell),
      Field("email", Text(zh: "邮箱", en: "e-mail"), email.cell),
      Field(
        "delivery_address", Text(zh: "资料送达地址", en: "delivery address"), deliveryAddress.cell),
      Field(
        "credit_code", Text(zh: "统一社会信用代码", en: "credit code"), .text(creditCode)),
      Field("licence_no", Text(zh: "营业执照号", en: "licence no."), .text(licenceNumber)),
      Field(
        "organisation_code", Text(zh: "组织机构代码", en: "organisation code"),
        .text(organisationCode)),
      Field("tax_no", Text(zh: "税务登记证号", en: "tax no."), .text(taxNumber)),
    ]
  }
}

extension MemberDetails.Profile {
  fileprivate var fields: [Field] {
    [
      Field("regions", Text(zh: "供用气区域", en: "regions"), .list(regions)),
      Field("applicant", Text(zh: "申请人类型", en: "applicant"), applicantCell),
      Field(
        "annual_volume", Text(zh: "年供用气量（万方）", en: "annual volume (10⁴ m³)"),
        .text(annualVolume)),
      Field("enterprise_type", Text(zh: "企业类型", en: "enterprise type"), .text(enterpriseType)),
      Field(
        "submitted_at", Text(zh: "资料提交时间", en: "submitted"), .time(submittedAt.milliseconds)),
      Field(
        "documents", Text(zh: "证件", en: "documents"),
        .value(
          .array(
            documents.map {
              [
                "kind": .string($0.kind), "name": .string($0.name),
                "sha256": .string($0.digest), "bytes": .number($0.byteCount),
              ]
            }),
          shown: documents.map {
            Text(
              zh: "\($0.kind) \($0.name)（\($0.byteCount) 字节）",
              en: "\($0.kind) \($0.name) (\($0.byteCount) bytes)")
          })),
    ]
  }
}

extension MemberDetails.Profile {
  private var applicantCell: Cell {
    switch applicant {
    case "seller": .phrase(code: applicant, Text(zh: "卖方", en: "seller"))
    case "carrier": .phrase(code: applicant, Text(zh: "承运商", en: "carrier"))
    case "buyer": .phrase(code: applicant, Text(zh: "买方", en: "buyer"))
    default: .text(applicant)
    }
  }
}

extension MemberDetails.Bank {
  fileprivate var fields: [Field] {
    [
      Field("bank", Text(zh: "开户银行", en: "bank"), .text(bank)),
      Field("account_no", Text(zh: "银行账号", en: "account no."), accountNumber.cell),
      Field("holder", Text(zh: "户名", en: "holder"), .text(holder)),
      Field("bound_at", Text(zh: "绑定时间", en: "bound"), .time(boundAt.milliseconds)),
    ]
  }
}
