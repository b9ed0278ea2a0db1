@testable import IAM

extension JSONValue {
  /// The document with one member set, or taken out with `nil`; the path has one or two keys.
  func setting(_ path: String, to value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self else { return self }
    let keys = path.split(separator: "/", maxSplits: 1).map(String.init)
    var new = value
    if keys.count == 2 { new = self[keys[0]]?.setting(keys[1], to: value) }
    if let index = members.firstIndex(where: { $0.key == keys[0] }) {
      if let new { members[index].value = new } else { members.remove(at: index) }
    } else if let new {
      members.append((key: keys[0], value: new))
    }
    return .object(members)
  }
}

/// Documents that are acceptable, to change one field at a time.
enum RegistrationExamples {
  static let registration: JSONValue = [
    "username": "blueflame01", "name": "重庆蓝焰燃气有限公司", "legal_representative": "张伟",
    "administrator": ["name": "李娜", "mobile": "13900000000", "email": "li.na@example.com"],
    "delivery_address": "重庆市渝北区金开大道 1 号", "credit_code": "91350100M000100Y43",
  ]

  static let certificates = registration.setting("credit_code", to: nil)
    .setting("licence_no", to: "110108000000016")
    .setting("organisation_code", to: "D2143569-X")
    .setting("tax_no", to: "110108D2143569X")

  static let profile: JSONValue = [
    "regions": ["重庆", "四川"], "applicant": "buyer", "annual_volume": "1200.5",
    "enterprise_type": "有限责任公司",
    "documents": [["kind": "营业执照", "path": "papers/licence.pdf"]],
  ]
}
