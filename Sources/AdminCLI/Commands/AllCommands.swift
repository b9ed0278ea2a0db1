/// Every command of the program, in the order of the help: one line a command.
///
/// Each element is a global of its own, so that the type checker looks at one at a time.
let allCommands: [any CommandProtocol] = [
  demoCommand,
  // audit
  auditListCommand,
  auditVerifyCommand,
  auditCheckpointCommand,
  auditProveCommand,
  auditExportCommand,
  // configuration
  exportCommand,
  planCommand,
  applyCommand,
  importMatrixCommand,
  importCasbinCommand,
  // the program
  helpCommand,
  completionCommand,
  versionCommand,
  // login
  initCommand,
  loginCommand,
  logoutCommand,
  whoamiCommand,
  // questions
  checkCommand,
  explainCommand,
  canCommand,
  whoCanCommand,
  // member
  memberRegisterCommand,
  memberListCommand,
  memberShowCommand,
  memberProfileSetCommand,
  memberBankBindCommand,
  memberApplyCommand,
  memberApproveCommand,
  memberRejectCommand,
  memberSupplementCommand,
  memberSuspendCommand,
  memberResumeCommand,
  memberCloseCommand,
  memberEntitleCommand,
  memberDisentitleCommand,
  // institution
  institutionCreateCommand,
  // account
  accountOpenCommand,
  accountListCommand,
  accountShowCommand,
  accountFreezeCommand,
  accountUnfreezeCommand,
  accountCloseCommand,
  // catalog
  catalogMenusCommand,
  catalogProductsCommand,
  catalogMarketsCommand,
  catalogImportCommand,
]
