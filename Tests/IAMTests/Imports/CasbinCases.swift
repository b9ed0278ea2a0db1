import Foundation

/// Cases translated from a peer's own tests, kept beside the package where they are available.
struct CasbinCases: Decodable {
  /// A time that may be left out, or a tenant; `null` and absence say the same.
  struct Assignment: Decodable {
    var subject: String
    var role: String
    var tenant: String?
    var valid_from: String?
    var valid_to: String?
  }

  struct Inclusion: Decodable {
    var senior: String
    var junior: String
    var tenant: String?
  }

  struct Permission: Decodable {
    var to_kind: String
    var to: String
    var tenant: String?
    var action: String
    var resource: String
  }

  /// A question with its expected answer, or a change, by `kind` and `op`.
  struct Step: Decodable {
    var kind: String
    var op: String?
    var ref: String
    var subject: String?
    var role: String?
    var roles: [String]?
    var tenant: String?
    var action: String?
    var resource: String?
    var to: String?
    var to_kind: String?
    var senior: String?
    var junior: String?
    var `where`: [String: String]?
    var expect: Answer?
  }

  /// An answer: yes or no, names, or rows of names.
  enum Answer: Decodable, Equatable {
    case yes(Bool)
    case names(Set<String>)
    case rows(Set<[String]>)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        self = .yes(try container.decode(Bool.self))
      } catch DecodingError.typeMismatch {
        do {
          self = .names(Set(try container.decode([String].self)))
        } catch DecodingError.typeMismatch {
          self = .rows(Set(try container.decode([[String?]].self).map { $0.map { $0 ?? "" } }))
        }
      }
    }
  }

  struct Case: Decodable {
    var id: String
    var features: [String]
    var now: String?
    var users: [String]
    var roles: [String]
    var assignments: [Assignment]
    var inherits: [Inclusion]
    var grants: [Permission]
    var checks: [Step]
    var queries: [Step]
    var steps: [Step]?
    var n_assertions: Int
  }

  var cases: [Case]

  static func load() throws -> [Case] {
    let bytes = Data(try SharedData.bytes("casbin/rbac_cases.json"))
    return try JSONDecoder().decode(CasbinCases.self, from: bytes).cases
  }
}
