/// Every command of the program, in the order of the help: one line a command.
///
/// Each element is a global of its own, so that the type checker looks at one at a time.
let allCommands: [any CommandProtocol] = [
  demoCommand,
  helpCommand,
  completionCommand,
  versionCommand,
  // login
  initCommand,
  loginCommand,
  logoutCommand,
  whoamiCommand,
  setupCommand,
  sessionListCommand,
  sessionEndCommand,
  sessionRolesAddCommand,
  sessionRolesDropCommand,
  passwordChangeCommand,
  paymentPasswordSetCommand,
  paymentPasswordChangeCommand,
  paymentPasswordVerifyCommand,
  policyShowCommand,
  policySetCommand,
  policyExplainCommand,
  policyBlocklistImportCommand,
  // operator state
  operatorSuspendCommand,
  operatorResumeCommand,
  operatorUnlockCommand,
  operatorResetPasswordCommand,
  operatorOffboardCommand,
  // reset
  resetRequestCommand,
  resetListCommand,
  resetApproveCommand,
  resetRejectCommand,
  // questions
  checkCommand,
  explainCommand,
  canCommand,
  whoCanCommand,
]
