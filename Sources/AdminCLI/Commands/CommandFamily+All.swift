extension CommandFamily {
  /// Every family, in the order of the help: one line a command.
  ///
  /// Each element is a global of its own, so that the type checker looks at one at a time.
  static let all: [CommandFamily] = [
    CommandFamily("demo") { [demoCommand] },
    CommandFamily("init") { [initCommand] },
    CommandFamily("login") { [loginCommand] },
    CommandFamily("logout") { [logoutCommand] },
    CommandFamily("whoami") { [whoamiCommand] },
    CommandFamily("setup") { [setupCommand] },
    CommandFamily("session") {
      [
        sessionListCommand,
        sessionEndCommand,
        sessionRolesAddCommand,
        sessionRolesDropCommand,
      ]
    },
    CommandFamily("password") { [passwordChangeCommand] },
    CommandFamily("payment-password") {
      [
        paymentPasswordSetCommand,
        paymentPasswordChangeCommand,
        paymentPasswordVerifyCommand,
      ]
    },
    CommandFamily("policy") {
      [
        policyShowCommand,
        policySetCommand,
        policyExplainCommand,
        policyBlocklistImportCommand,
      ]
    },
    CommandFamily("member") {
      [
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
      ]
    },
    CommandFamily("institution") { [institutionCreateCommand] },
    CommandFamily("account") {
      [
        accountOpenCommand,
        accountListCommand,
        accountShowCommand,
        accountFreezeCommand,
        accountUnfreezeCommand,
        accountCloseCommand,
      ]
    },
    CommandFamily("catalog") {
      [
        catalogMenusCommand,
        catalogProductsCommand,
        catalogMarketsCommand,
        catalogImportCommand,
      ]
    },
    CommandFamily("operator") {
      [
        operatorCreateCommand,
        operatorListCommand,
        operatorShowCommand,
        operatorUpdateCommand,
        operatorAssignCommand,
        operatorUnassignCommand,
        operatorMoveCommand,
        operatorJoinCommand,
        operatorLeaveCommand,
        operatorSuspendCommand,
        operatorResumeCommand,
        operatorUnlockCommand,
        operatorResetPasswordCommand,
        operatorOffboardCommand,
        operatorVerifyUntouchedCommand,
      ]
    },
    CommandFamily("reset") {
      [
        resetRequestCommand,
        resetListCommand,
        resetApproveCommand,
        resetRejectCommand,
      ]
    },
    CommandFamily("menu-group") {
      [
        menuGroupCreateCommand,
        menuGroupRenameCommand,
        menuGroupDeleteCommand,
        menuGroupListCommand,
        menuGroupShowCommand,
        menuGroupAllowCommand,
        menuGroupDisallowCommand,
      ]
    },
    CommandFamily("product-group") {
      [
        productGroupCreateCommand,
        productGroupRenameCommand,
        productGroupDeleteCommand,
        productGroupListCommand,
        productGroupShowCommand,
        productGroupAddCommand,
        productGroupRemoveCommand,
      ]
    },
    CommandFamily("role") {
      [
        roleCreateCommand,
        roleRenameCommand,
        roleDeleteCommand,
        roleListCommand,
        roleShowCommand,
        roleGrantCommand,
        roleRevokeCommand,
      ]
    },
    CommandFamily("group") {
      [
        groupCreateCommand,
        groupRenameCommand,
        groupDeleteCommand,
        groupMoveCommand,
        groupListCommand,
        groupShowCommand,
        groupPoolCommand,
        groupAssignCommand,
        groupUnassignCommand,
        groupAdminCommand,
      ]
    },
    CommandFamily("separation") {
      [
        separationCreateCommand,
        separationListCommand,
        separationDeleteCommand,
        separationAddCommand,
        separationRemoveCommand,
        separationLimitCommand,
        separationCheckCommand,
      ]
    },
    CommandFamily("check") { [checkCommand] },
    CommandFamily("explain") { [explainCommand] },
    CommandFamily("can") { [canCommand] },
    CommandFamily("who-can") { [whoCanCommand] },
    CommandFamily("what-if") { [whatIfCommand] },
    CommandFamily("audit") {
      [
        auditListCommand,
        auditVerifyCommand,
        auditCheckpointCommand,
        auditProveCommand,
        auditExportCommand,
      ]
    },
    CommandFamily("report") { [reportAccessCommand, reportInactiveCommand, reportReviewsCommand] },
    CommandFamily("export") { [exportCommand] },
    CommandFamily("plan") { [planCommand] },
    CommandFamily("apply") { [applyCommand] },
    CommandFamily("import") { [importMatrixCommand, importCasbinCommand] },
    CommandFamily("backup") { [backupCreateCommand, backupVerifyCommand, backupRestoreCommand] },
    CommandFamily("doctor") { [doctorCommand] },
    CommandFamily("help") { [helpCommand] },
    CommandFamily("completion") { [completionCommand] },
    CommandFamily("version") { [versionCommand] },
  ]
}
