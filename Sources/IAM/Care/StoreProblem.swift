/// One thing that is wrong with a store.
public struct StoreProblem: Sendable, Equatable {
  /// What kind of thing.
  public enum Kind: String, Sendable, CaseIterable {
    /// A damaged page, index or constraint.
    case structure
    /// A row that refers to a row which is not there.
    case reference
    /// A table, index or trigger that is missing, was changed, or is not the program's.
    case schema
    /// The file may be read by every user of the machine.
    case permissions
    /// Something about the audit trail.
    case audit
    /// A counter would give out an id again.
    case counter
    /// A note of what a transaction touched outlived it.
    case touched
    /// A tenant has no root group, or more than one.
    case rootGroup = "root-group"
    /// A tenant has no master, or more than one.
    case master
    /// A user group that does not hang below its tenant's root group.
    case groupTree = "group-tree"
    /// A role that includes itself through others.
    case roleCycle = "role-cycle"
    /// Something of one tenant that names something of another.
    case tenantBorder = "tenant-border"
    /// What keeps the duties of the exchange's staff apart is missing, or not as it was made.
    case staffDuty = "staff-duty"
    /// A grant of somebody who has left.
    case offboardedGrant = "offboarded-grant"
    /// Something in the catalogue that is no code.
    case catalogueCode = "catalogue-code"
    /// A node of the catalogue whose parent is not in it.
    case catalogueParent = "catalogue-parent"
    /// Something given that the catalogue does not know.
    case unknownNode = "unknown-node"
  }

  /// What kind of thing.
  public var kind: Kind
  /// What it is about: a code, a name, a row; or SQLite's words.
  public var subject: Wording

  init(_ kind: Kind, _ subject: String) {
    self.init(kind, Wording(zh: subject, en: subject))
  }

  init(_ kind: Kind, _ subject: Wording) {
    self.kind = kind
    self.subject = subject
  }
}

extension StoreProblem.Kind {
  /// What it is called in both languages.
  public var wording: Wording {
    switch self {
    case .structure: Wording(zh: "存储结构损坏", en: "damaged structure")
    case .reference: Wording(zh: "引用不存在的行", en: "a reference to nothing")
    case .schema: Wording(zh: "表结构不符", en: "the schema differs")
    case .permissions: Wording(zh: "文件权限过宽", en: "the file is open to others")
    case .audit: Wording(zh: "审计记录", en: "the audit trail")
    case .counter: Wording(zh: "计数器落后", en: "a counter is behind")
    case .touched: Wording(zh: "残留的变更标记", en: "a note of a change was left")
    case .rootGroup: Wording(zh: "默认用户组缺失或重复", en: "not one root group")
    case .master: Wording(zh: "主账号缺失或重复", en: "not one master")
    case .groupTree: Wording(zh: "用户组不在组树中", en: "a group outside its tree")
    case .roleCycle: Wording(zh: "角色循环包含", en: "a role includes itself")
    case .tenantBorder: Wording(zh: "跨会员引用", en: "a reference across tenants")
    case .staffDuty: Wording(zh: "内置职责分离缺失或被改动", en: "staff duties are not kept apart")
    case .offboardedGrant: Wording(zh: "已离职者仍有授权", en: "a grant of somebody who has left")
    case .catalogueCode: Wording(zh: "目录中的无效编码", en: "no code, but in the catalogue")
    case .catalogueParent: Wording(zh: "目录节点缺少上级", en: "a catalogue node without its parent")
    case .unknownNode: Wording(zh: "目录中没有的节点", en: "not in the catalogue")
    }
  }
}
