/// Every command of the program, in the order of the help: one line a command.
///
/// Each element is a global of its own, so that the type checker looks at one at a time.
let allCommands: [any CommandProtocol] = [
  helpCommand,
  completionCommand,
  versionCommand,
  // operator
  operatorCreateCommand,
  operatorListCommand,
  operatorShowCommand,
  operatorUpdateCommand,
  operatorAssignCommand,
  operatorUnassignCommand,
  operatorMoveCommand,
  operatorJoinCommand,
  operatorLeaveCommand,
  operatorVerifyUntouchedCommand,
  // menu-group
  menuGroupCreateCommand,
  menuGroupRenameCommand,
  menuGroupDeleteCommand,
  menuGroupListCommand,
  menuGroupShowCommand,
  menuGroupAllowCommand,
  menuGroupDisallowCommand,
  // product-group
  productGroupCreateCommand,
  productGroupRenameCommand,
  productGroupDeleteCommand,
  productGroupListCommand,
  productGroupShowCommand,
  productGroupAddCommand,
  productGroupRemoveCommand,
  // role
  roleCreateCommand,
  roleRenameCommand,
  roleDeleteCommand,
  roleListCommand,
  roleShowCommand,
  roleGrantCommand,
  roleRevokeCommand,
  // group
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
  // separation
  separationCreateCommand,
  separationListCommand,
  separationDeleteCommand,
  separationCheckCommand,
]
