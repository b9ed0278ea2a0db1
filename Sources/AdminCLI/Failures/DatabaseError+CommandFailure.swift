import IAM

extension DatabaseError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    let (code, zh, hint, exit) = told
    return CommandFailure(code, Text(zh: zh, en: message), hint: hint, exit: exit)
  }

  private var told: (String, String, Text?, ExitCode) {
    switch kind {
    case .missing:
      (
        "database-missing", "数据库文件不存在",
        Text(
          zh: "先运行 `iamctl init USERNAME`，或用 --db 指定文件",
          en: "run `iamctl init USERNAME` first, or name the file with --db"), .unavailable
      )
    case .incomplete:
      (
        "database-incomplete", "数据库尚未建好",
        Text(zh: "重新运行 `iamctl init`", en: "run `iamctl init` again"), .unavailable
      )
    case .alreadyExists:
      (
        "database-exists", "数据库已存在",
        Text(zh: "换一个文件，或直接登录", en: "name another file, or log in to this one"), .conflict
      )
    case .busy:
      (
        "busy", "数据库正忙",
        Text(zh: "稍后再试", en: "try again in a moment"), .busy
      )
    case .readOnly:
      (
        "read-only", "数据库只能读取",
        Text(zh: "检查文件权限", en: "check the permissions of the file"), .unavailable
      )
    case .notADatabase, .notARegularFile, .foreignApplication, .schemaTooNew, .schemaTooOld,
      .worldWritable:
      (
        "database-refused", "数据库文件不可用：\(message)",
        Text(zh: "检查 --db 或 IAMCTL_DB 所指的文件", en: "check the file that --db or IAMCTL_DB names"),
        .configuration
      )
    case .integrity:
      (
        "integrity", "数据完整性有误：\(message)",
        Text(zh: "运行 `iamctl doctor`", en: "run `iamctl doctor`"), .configuration
      )
    case .constraint:
      ("constraint", "数据不符合约束：\(message)", nil, .internalError)
    case .storage:
      (
        "storage", "存储不可用：\(message)",
        Text(zh: "检查磁盘空间与权限", en: "check the disk's space and permissions"), .unavailable
      )
    }
  }
}
