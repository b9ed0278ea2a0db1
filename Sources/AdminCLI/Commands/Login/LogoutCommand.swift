import IAM

/// `iamctl logout`.
let logoutCommand = Command(
  "logout", Text(zh: "退出登录", en: "Log out"), .changes, examples: ["iamctl logout"]
) { context in
  let file = SessionFile(path: try context.sessionPath())
  guard let identity = try context.identityIfAny() else { throw IAMError.notLoggedIn }
  do {
    try context.registry().change(as: identity, dryRun: context.isDryRun) { change in
      try change.logOut()
    }
  } catch IAMError.notLoggedIn {
    if !context.isDryRun { file.remove() }
    throw IAMError.notLoggedIn
  }
  // Only now: a token whose session could not be ended is what ends it the next time.
  if !context.isDryRun { file.remove() }
  return .message(Text(zh: "已退出登录", en: "logged out"), json: ["logged_out": true])
}
