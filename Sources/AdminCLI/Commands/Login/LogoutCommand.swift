import IAM

/// `iamctl logout`.
let logoutCommand = Command(
  "logout", Text(zh: "退出登录", en: "Log out"), examples: ["iamctl logout"]
) { context in
  let file = SessionFile(path: try context.sessionPath())
  guard let identity = try context.identityIfAny() else { throw IAMError.notLoggedIn }
  defer { file.remove() }
  try context.registry().change(as: identity) { change in try change.logOut() }
  return .message(Text(zh: "已退出登录", en: "logged out"), json: ["logged_out": true])
}
