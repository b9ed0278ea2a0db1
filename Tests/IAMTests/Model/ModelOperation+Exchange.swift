import Policy
import TestSupport

@testable import IAM

extension ModelOperation {
  // MARK: What staff do for members

  private static func byStaff(
    _ kind: String, _ text: String, _ menu: String,
    _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
  ) -> ModelOperation {
    var operation = ModelOperation(kind, "\(kind) \(text)", menu: menu, staff: menu, run)
    operation.isForStaff = true
    return operation
  }

  static func onEntitlement(_ draw: inout ModelDraw) -> ModelOperation {
    let menus = draw.few(["trade", "trade.efp", "trade.listing", "delivery", "funds", "grown"])
    let products = draw.few(["PNG", "LNG", "CNG", "PNG.SH"])
    let own = draw.world.firm.tenant
    let text = "\(menus) \(products)"
    return draw.random.chance(oneIn: 3)
      ? byStaff("member disentitle", text, "exchange.members.entitle") {
        try $0.disentitle(($1 ?? own).text, menus: menus, products: products)
      }
      : byStaff("member entitle", text, "exchange.members.entitle") {
        try $0.entitle(($1 ?? own).text, menus: menus, products: products)
      }
  }

  static func onExchange(_ draw: inout ModelDraw) -> ModelOperation {
    let own = draw.world.firm.tenant
    let number = draw.random.number(below: 6)
    switch draw.random.number(below: 9) {
    case 0:
      return byStaff("member suspend", "", "exchange.members.suspend") {
        try $0.suspendMember(($1 ?? own).text, reason: "保证金不足")
      }
    case 1, 2:
      return byStaff("member resume", "", "exchange.members.suspend") {
        try $0.resumeMember(($1 ?? own).text)
      }
    case 3: return institution(own, number)
    case 4, 5: return catalogue(&draw)
    case 6:
      var request = byStaff("reset request", "", "exchange.resets.request") { change, _ in
        _ = try change.requestReset(of: own, reason: "遗忘密码")
      }
      request.place = own
      return request
    case 7:
      var approval = byStaff("reset approve", "\(number)", "exchange.resets.approve") { change, _ in
        let issued = IssuedPassword(text: "-", hash: change.services.hasher.standIn)
        _ = try change.approveReset(latestRequest(change) - Int64(number / 4), to: issued)
      }
      approval.place = own
      return approval
    default:
      var rejection = byStaff("reset reject", "\(number)", "exchange.resets.approve") { change, _ in
        try change.rejectReset(latestRequest(change) - Int64(number / 4), reason: "材料不全")
      }
      rejection.place = own
      return rejection
    }
  }

  private static func latestRequest(_ change: borrowing Change) throws -> Int64 {
    try change.reading.first("SELECT coalesce(max(id), 0) FROM reset_request") { try $0.int(0) }
      ?? 0
  }

  private static func institution(_ own: TenantCode, _ number: Int) -> ModelOperation {
    byStaff("institution create", "\(number)", "exchange.institutions.create") {
      _ = try $0.createInstitution(
        name: "机构\(number)", organisationCode: organisationCode(number), under: ($1 ?? own).text,
        password: IssuedPassword($0.services))
    }
  }

  /// An organisation code with a right check character (GB 11714-1997).
  private static func organisationCode(_ number: Int) -> String {
    let digits = "7000000\(number)"
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.compactMap(\.wholeNumberValue), weights).map(*).reduce(0, +)
    let check = 11 - sum % 11
    return digits + (check == 11 ? "0" : check == 10 ? "X" : String(check))
  }

  /// Grows the catalogue: a node below one that is there, a new root, an action that becomes a
  /// heading; or asks for what is refused.
  private static func catalogue(_ draw: inout ModelDraw) -> ModelOperation {
    let codes = draw.random.pick([
      ["trade.grown", "trade.grown.view"], ["grown", "grown.view"], ["trade.grown.view.deep"],
      ["trade.listing.view.deep"], ["nowhere.below"],
    ])
    var operation = byStaff("catalogue import", "\(codes)", "exchange.catalogue.write") {
      change, _ in
      let menus = codes.map { code -> JSONValue in
        [
          "code": .string(code), "title": ["zh": "新", "en": "new"],
          "marks": code.hasSuffix("view") ? ["R"] : [],
        ]
      }
      try change.importCatalogue(["menus": .array(menus)])
    }
    operation.place = .exchange
    operation.raisesEveryRevision = true
    return operation
  }

  // MARK: Accounts and password rules

  static func onAccounts(_ draw: inout ModelDraw) -> ModelOperation {
    let code = draw.account().text
    func made(
      _ verb: String, staff: String? = "exchange.accounts.freeze",
      _ run: @escaping (borrowing Change, TenantCode?) throws -> Void
    ) -> ModelOperation {
      ModelOperation(
        "account \(verb)", "account \(verb) \(code)", menu: "accounts.manage",
        staff: staff, run)
    }
    switch draw.random.number(below: 12) {
    case 0...3: return made("freeze") { try $0.freezeAccount(code, of: $1?.text) }
    case 4...8: return made("unfreeze") { try $0.unfreezeAccount(code, of: $1?.text) }
    case 9: return made("close", staff: nil) { try $0.closeAccount(code, of: $1?.text) }
    case 10:
      var opening = ModelOperation("account open", "account open", menu: "accounts.open") {
        change, _ in
        try change.openAccount(market: "gas")
      }
      opening.isAboutOwnTenant = true
      return opening
    default:
      let value = String(12 + draw.random.number(below: 4))
      return ModelOperation(
        "policy set", "policy set \(value)", menu: "policy.write", staff: "exchange.policy.write"
      ) { try $0.setPasswordPolicy("password-min-length", to: value, in: $1) }
    }
  }
}
