import IAM
import Policy

extension Conflict {
  /// What does not fit.
  var message: Text {
    switch self {
    case .exists(let noun, let name):
      Text(
        zh: "\(noun.title.zh) `\(name)` 已存在", en: "the \(noun.title.en) `\(name)` exists already")
    case .inUse(let noun, let name, let by, let unseen):
      Text(
        zh: "\(noun.title.zh) `\(name)` 仍在使用：",
        en: "the \(noun.title.en) `\(name)` is still in use: ")
        + Text(zh: by.joined(separator: "、"), en: by.joined(separator: ", "))
        + (unseen == 0 ? Text("") : .unseen(unseen, besides: !by.isEmpty))
    case .state(let noun, let name, let state):
      Text(
        zh: "\(noun.title.zh) `\(name)` 当前状态为：\(noun.title(ofState: state).zh)",
        en: "the \(noun.title.en) `\(name)` is \(state)")
    case .profileMissing: Text(zh: "尚未提交会员资料", en: "the profile has not been submitted yet")
    case .profileSubmitted:
      Text(
        zh: "会员资料已提交，只能由交易所修改", en: "the profile was submitted; only the exchange changes it now")
    case .bankMissing: Text(zh: "尚未绑定自有资金账户", en: "no own-funds bank account is bound yet")
    case .bankBound: Text(zh: "已绑定自有资金账户", en: "a bank account is bound already")
    case .tenant(let state):
      Text(zh: "会员当前状态为：\(state.title.zh)", en: "the member is \(state.rawValue)")
    case .identityTaken(let code):
      Text(zh: "`\(code)` 已登记", en: "an enterprise with the code `\(code)` is registered already")
    case .notEntitled(let code):
      Text(zh: "未向该会员开通 `\(code)`", en: "`\(code)` is not open to the member")
    case .nothingToReview(let tenant):
      Text(zh: "会员 `\(tenant)` 没有待审核的申请", en: "nothing of `\(tenant)` is waiting for review")
    case .cycle, .tooDeep, .coveredBy, .homeGroup, .builtIn, .rootGroup: shapeMessage
    case .accountMissing: Text(zh: "尚无交易账号", en: "there is no trading account yet")
    case .stepNotOpen(let step):
      Text(
        zh: "首次登录步骤 \(step.rawValue) 未开启", en: "the first-login step \(step.rawValue) is not open")
    case .paymentPassword(let isSet):
      isSet
        ? Text(zh: "支付密码已设置", en: "the payment password is set already")
        : Text(zh: "支付密码未设置", en: "the payment password is not set")
    }
  }

  /// What does not fit the shape of roles, groups and trees.
  private var shapeMessage: Text {
    switch self {
    case .cycle(let noun, let name):
      Text(
        zh: "\(noun.title.zh) `\(name)` 会包含自身",
        en: "the \(noun.title.en) `\(name)` would contain itself")
    case .tooDeep(let noun, let name, let limit):
      Text(
        zh: "\(noun.title.zh) `\(name)` 的嵌套超过 \(limit) 层",
        en: "the \(noun.title.en) `\(name)` would be nested more than \(limit) deep")
    case .coveredBy(let noun, let name, let above):
      Text(
        zh: "\(noun.title.zh) `\(name)` 是经由上级 `\(above)` 授予的",
        en: "the \(noun.title.en) `\(name)` is there through `\(above)` above it")
    case .homeGroup(let group):
      Text(zh: "`\(group)` 是该操作员的所属用户组", en: "`\(group)` is the operator's home group")
    case .builtIn(let noun, let name):
      Text(
        zh: "\(noun.title.zh) `\(name)` 为系统内置", en: "the \(noun.title.en) `\(name)` is built in")
    case .rootGroup:
      Text(
        zh: "默认用户组不能改名、移动、删除，也不能设置权限池",
        en: "the root group is not renamed, moved, deleted or given a pool")
    default: preconditionFailure("this conflict is not one of shape")
    }
  }

  /// The next step.
  var hint: Text? {
    switch self {
    case .exists(.application, _), .exists(.resetRequest, _):
      Text(zh: "等待交易所处理", en: "wait until the exchange has decided on it")
    case .exists: Text(zh: "换一个名称", en: "choose another name")
    case .inUse(_, _, _, unseen: 0): Text(zh: "先解除上述引用", en: "take it away from these first")
    case .inUse: Text(zh: "由上级管理员或主账号操作", en: "an administrator above, or the master, does this")
    case .state(let noun, _, _): noun.lookUp
    case .cycle, .tooDeep, .coveredBy, .homeGroup, .builtIn, .rootGroup: shapeHint
    case .bankBound:
      Text(zh: "更换账户请联系交易所", en: "ask the exchange to change the account")
    case .identityTaken:
      Text(zh: "用已登记的账号登录，或核对代码", en: "log in as the one registered, or check the code")
    case .notEntitled:
      Text(zh: "用 `iamctl member show` 查看已开通的权限", en: "see what is open with `iamctl member show`")
    case .profileMissing:
      Text(
        zh: "下一步：`iamctl member profile set --file FILE`",
        en: "next: `iamctl member profile set --file FILE`")
    case .profileSubmitted: Text(zh: "联系交易所修改", en: "ask the exchange to change it")
    case .bankMissing:
      Text(
        zh: "下一步：`iamctl member bank bind`", en: "next: `iamctl member bank bind`")
    case .tenant(let state): state.nextStep
    case .nothingToReview:
      Text(zh: "会员先运行 `iamctl member apply`", en: "the member runs `iamctl member apply` first")
    case .accountMissing:
      Text(
        zh: "下一步：`iamctl account open --market MARKET`",
        en: "next: `iamctl account open --market MARKET`")
    case .stepNotOpen(.loginPassword):
      Text(zh: "用 `iamctl password change` 修改", en: "use `iamctl password change`")
    case .stepNotOpen(.paymentPassword): nil
    case .paymentPassword(let isSet):
      isSet
        ? Text(
          zh: "用 `iamctl payment-password change` 修改", en: "use `iamctl payment-password change`")
        : Text(
          zh: "先运行 `iamctl payment-password set`", en: "run `iamctl payment-password set` first")
    }
  }
}

extension Conflict {
  /// The next step with roles, groups and trees.
  private var shapeHint: Text? {
    switch self {
    case .cycle:
      Text(zh: "先去掉反方向的包含", en: "first take out the inclusion the other way round")
    case .rootGroup:
      Text(
        zh: "它代表整个会员；请改其下级用户组", en: "it stands for the whole member; change a group below it")
    case .builtIn: Text(zh: "另建一个新的", en: "make one of your own")
    case .tooDeep: Text(zh: "减少中间层", en: "leave out some of those between")
    case .coveredBy(_, _, let above):
      Text(
        zh: "先去掉 `\(above)`，再加入其下需要保留的各项",
        en: "take out `\(above)`, then add what is to stay below it")
    case .homeGroup:
      Text(
        zh: "用 `iamctl operator move` 调到其他用户组", en: "use `iamctl operator move` instead")
    default: nil
    }
  }
}

extension Noun {
  /// What people call a state of such a thing, as the lists show it; else its code.
  fileprivate func title(ofState code: String) -> Text {
    let title: Text? =
      switch self {
      case .operator: OperatorListing.State(rawValue: code)?.title
      case .account: AccountState(rawValue: code)?.title
      case .resetRequest: ResetRequest.State(rawValue: code)?.title
      default: nil
      }
    return title ?? Text(code)
  }

  /// Where its state is seen.
  fileprivate var lookUp: Text? {
    switch self {
    case .operator:
      Text(zh: "用 `iamctl operator show` 查看", en: "see `iamctl operator show`")
    case .account: Text(zh: "用 `iamctl account show` 查看", en: "see `iamctl account show`")
    case .resetRequest: Text(zh: "用 `iamctl reset list` 查看", en: "see `iamctl reset list`")
    case .tenant: Text(zh: "用 `iamctl member show` 查看", en: "see `iamctl member show`")
    default: nil
    }
  }
}

extension Tenant.State {
  /// What comes next on the way to trading.
  var nextStep: Text? {
    switch self {
    case .registered: Conflict.profileMissing.hint
    case .profiled: Conflict.bankMissing.hint
    case .bankBound, .rejected, .supplement:
      Text(
        zh: "下一步：`iamctl member apply QUALIFICATION`",
        en: "next: `iamctl member apply QUALIFICATION`")
    case .underReview:
      Text(
        zh: "等待交易所审核（`iamctl member approve`）",
        en: "the exchange decides first, with `iamctl member approve`")
    case .suspended:
      Text(
        zh: "由交易所恢复（`iamctl member resume`）",
        en: "the exchange resumes it, with `iamctl member resume`")
    case .approved, .closed: nil
    }
  }
}
