/// Every command of the program, in the order of the help: one line a command.
///
/// Each element is a global of its own, so that the type checker looks at one at a time.
let allCommands: [any CommandProtocol] = [
  // audit, backup, doctor, report
  auditListCommand,
  auditVerifyCommand,
  auditCheckpointCommand,
  auditProveCommand,
  auditExportCommand,
  backupCreateCommand,
  backupVerifyCommand,
  backupRestoreCommand,
  doctorCommand,
  reportAccessCommand,
  reportInactiveCommand,
  reportReviewsCommand,
  helpCommand,
  completionCommand,
  versionCommand,
]
