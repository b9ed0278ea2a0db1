import IAM

extension RequestAct {
  /// What the person whose own it is may not do.
  var refusal: Text {
    switch self {
    case .request:
      Text(zh: "不能为自己申请重置密码", en: "nobody asks for a reset of their own password")
    case .approve: Text(zh: "不能批准自己的申请", en: "nobody approves a request of their own")
    case .reject: Text(zh: "不能驳回自己的申请", en: "nobody rejects a request of their own")
    }
  }
}
