/// Every command of the program, in the order of the help: one line a command.
///
/// Each element is a global of its own, so that the type checker looks at one at a time.
let allCommands: [any CommandProtocol] = [
  // audit
  auditListCommand,
  auditVerifyCommand,
  auditCheckpointCommand,
  auditProveCommand,
  auditExportCommand,
  helpCommand,
  completionCommand,
  versionCommand,
]
