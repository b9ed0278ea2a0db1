@testable import AdminCLI

/// One line of the matrix: a command on something definite.
struct MatrixRow: Sendable {
  /// The command's name.
  let command: String
  /// Its arguments; `⟨…⟩` stands for a file or number of the world.
  private(set) var arguments: [String]
  /// What is written to its standard input, a secret a line.
  let secrets: [String]

  /// What the line is called.
  var title: String { ([command] + arguments).joined(separator: " ") }

  /// Reads `command :: arguments :: secrets`.
  init(_ line: String) {
    let parts = line.split(separator: "::", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }
    command = parts[0].joined(separator: " ")
    arguments = parts.count > 1 ? parts[1] : []
    secrets = parts.count > 2 ? parts[2] : []
  }

  /// The same about another member.
  func naming(_ tenant: String) -> MatrixRow {
    var row = self
    row.arguments = arguments.map { $0.replacing("M000001", with: tenant) }
    return row
  }

  /// The same with another word at a place.
  func naming(_ word: String, at index: Int) -> MatrixRow {
    var row = self
    row.arguments[index] = word
    return row
  }

  /// All lines; `@` stands for a plain operator of the group 夜盘 and for its administrator.
  static let all: [MatrixRow] = {
    let text: String = [program, tenants, people, definitions].joined()
    var rows: [MatrixRow] = []
    for line in text.split(separator: "\n").map(String.init) {
      let targets: [String] = line.contains("@") ? ["trader-01", "target-01"] : [""]
      for target in targets { rows.append(MatrixRow(line.replacing("@", with: target))) }
    }
    return rows
  }()

  /// The program, the audit trail, sessions and passwords.
  private static let program = """
    demo
    audit list
    audit verify
    audit checkpoint :: --key ⟨out⟩.key --out ⟨out⟩
    audit prove :: 1
    audit export
    export
    export :: M000001
    plan :: ⟨document⟩
    apply :: ⟨document⟩
    what-if :: ⟨document⟩ -- who-can trade.listing.view --product PNG
    import matrix :: ⟨matrix⟩
    import casbin :: ⟨casbin⟩
    backup create :: ⟨out⟩
    backup verify :: ⟨backup⟩
    backup restore :: ⟨backup⟩
    doctor
    report access
    report access :: M000001
    report inactive
    report reviews
    help
    completion :: bash
    version
    init :: staff-09 :: current
    login :: trader-01 :: current
    logout
    whoami
    setup :: :: current other
    session list
    session list :: --operator @
    session end :: ⟨session⟩
    session end :: --operator @
    session roles add :: 报价员
    session roles drop :: 报价员
    password change :: :: current other
    payment-password set :: :: other
    payment-password change :: :: current other
    payment-password verify :: :: current
    policy show
    policy set :: password-min-length 14
    policy explain :: @
    policy blocklist import :: ⟨words⟩

    """

  /// Members, their accounts, and what staff decide.
  private static let tenants = """
    reset request :: M000001 --reason 遗忘密码
    reset list
    reset approve :: 1
    reset reject :: 1 --reason 材料不全
    member register :: --file ⟨registration⟩ :: current
    member list
    member show
    member show :: M000001
    member show :: M000001 --full
    member profile set :: --file ⟨profile⟩
    member profile set :: --file ⟨profile⟩ M000003
    member bank bind :: --bank 中国银行 --account-no 6217000012340000 --holder 某公司
    member apply :: LNG
    member approve :: M000003
    member reject :: M000003 --reason 证件不清
    member supplement :: M000003 --reason 补充材料
    member suspend :: M000001 --reason 保证金不足
    member resume :: M000004
    member close :: M000004 --reason 退出市场
    member entitle :: M000001 --menu trade.efp
    member disentitle :: M000001 --menu delivery
    institution create :: --name 某机构 --organisation-code D2143569-X --member M000001
    account open :: --market oil
    account list
    account show :: T000001-GAS-01
    account freeze :: T000001-GAS-01
    account unfreeze :: T000001-GAS-01
    account close :: T000001-GAS-01
    catalog menus
    catalog products
    catalog markets
    catalog import :: ⟨catalogue⟩

    """

  /// Operators, their states, and questions about them.
  private static let people = """
    operator create :: fresh-001 --name 新人 --group 夜盘
    operator create :: fresh-001 --name 新人 --group 默认用户组
    operator list
    operator list :: --group 夜盘
    operator show :: @
    operator show :: @ --full
    operator update :: @ --name 某某
    operator assign :: @ --menu trade.listing.view
    operator assign :: trader-01 --menu operators
    operator unassign :: @ --role 报价员
    operator move :: @ --group 夜盘一组
    operator move :: trader-01 --group 日盘
    operator join :: @ --group 夜盘一组
    operator join :: trader-01 --group 日盘
    operator leave :: @ --group 空组
    operator verify-untouched
    operator suspend :: @
    operator suspend :: master-01
    operator resume :: idle-0001
    operator unlock :: locked-01
    operator reset-password :: @
    operator reset-password :: master-01
    operator offboard :: @ --reason 离职
    check :: @ trade.listing.view --product PNG
    explain :: @ trade.listing.view --product PNG
    can :: @
    who-can :: trade.listing.view --product PNG

    """

  /// Groups of permissions, roles, user groups, separations of duty.
  private static let definitions = """
    menu-group create :: 新菜单组
    menu-group rename :: 查询组 查询二组
    menu-group delete :: 空菜单组
    menu-group list
    menu-group show :: 查询组
    menu-group allow :: 查询组 trade.bidding.view
    menu-group disallow :: 查询组 trade.listing
    product-group create :: 新产品组
    product-group rename :: 天然气 天然气二组
    product-group delete :: 空产品组
    product-group list
    product-group show :: 天然气
    product-group add :: 天然气 PNG.SH
    product-group remove :: 天然气 PNG
    role create :: 新角色
    role rename :: 报价员 报价二组
    role delete :: 空角色
    role list
    role show :: 报价员
    role grant :: 报价员 --menu trade.bidding.view
    role revoke :: 报价员 --menu trade.listing.view
    group create :: 新组
    group create :: 新组 --parent 夜盘
    group rename :: 夜盘 晚盘
    group delete :: 闲组
    group move :: 夜盘 --parent 默认用户组
    group move :: 夜盘一组 --parent 空组
    group list
    group show :: 夜盘
    group pool :: 夜盘 --add-menu trade.contracts
    group pool :: 夜盘 --remove-menu delivery
    group assign :: 夜盘 --menu-group 查询组
    group unassign :: 夜盘 --product-group 天然气
    group admin :: 夜盘 --add trader-01
    group admin :: 夜盘 --remove target-01
    separation create :: 新分离 --static --limit 2 复核员 审批员
    separation list
    separation delete :: 分离
    separation add :: 分离 空角色
    separation remove :: 分离 审批员
    separation limit :: 分离 3
    separation check
    """
}
