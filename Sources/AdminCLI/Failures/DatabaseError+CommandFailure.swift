import IAM

extension DatabaseError: CommandFailureConvertible {
  var commandFailure: CommandFailure {
    CommandFailure(name, Text(zh: chinese, en: message), hint: hint, exit: exit)
  }

  private var name: String {
    switch kind {
    case .missing: "database-missing"
    case .incomplete: "database-incomplete"
    case .alreadyExists: "database-exists"
    case .busy: "busy"
    case .readOnly: "read-only"
    case .notADatabase, .notARegularFile, .foreignApplication, .schemaTooNew, .schemaTooOld,
      .worldWritable:
      "database-refused"
    case .integrity: "integrity"
    case .constraint: "constraint"
    case .storage: "storage"
    }
  }

  private var chinese: String {
    switch kind {
    case .missing: "数据库文件不存在"
    case .incomplete: "数据库尚未建好"
    case .alreadyExists: "数据库已存在"
    case .busy: "数据库正忙"
    case .readOnly: "数据库只能读取"
    case .integrity: "数据完整性有误：\(message)"
    case .constraint: "数据不符合约束：\(message)"
    case .storage: "存储不可用：\(message)"
    default: "数据库文件不可用：\(message)"
    }
  }

  private var hint: Text? {
    switch kind {
    case .missing:
      Text(
        zh: "先运行 `iamctl init USERNAME`，或用 --db 指定文件",
        en: "run `iamctl init USERNAME` first, or name the file with --db")
    case .incomplete: Text(zh: "重新运行 `iamctl init`", en: "run `iamctl init` again")
    case .alreadyExists: Text(zh: "换一个文件，或直接登录", en: "name another file, or log in to this one")
    case .busy: Text(zh: "稍后再试", en: "try again in a moment")
    case .readOnly: Text(zh: "检查文件权限", en: "check the permissions of the file")
    case .integrity: Text(zh: "运行 `iamctl doctor`", en: "run `iamctl doctor`")
    case .constraint: nil
    case .storage: Text(zh: "检查磁盘空间与权限", en: "check the disk's space and permissions")
    default:
      Text(zh: "检查 --db 或 IAMCTL_DB 所指的文件", en: "check the file that --db or IAMCTL_DB names")
    }
  }

  private var exit: ExitCode {
    switch kind {
    case .missing, .incomplete, .readOnly, .storage: .unavailable
    case .alreadyExists: .conflict
    case .busy: .busy
    case .constraint: .internalError
    default: .configuration
    }
  }
}
