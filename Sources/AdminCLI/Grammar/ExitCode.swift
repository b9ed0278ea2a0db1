/// How the program ends, in numbers that scripts rely on.
///
/// - Source: the command line's contract; 64 and above follow `sysexits.h`.
enum ExitCode: Int32, CaseIterable, Sendable {
  /// Done, allowed, yes.
  case done = 0
  /// A negative answer.
  case negative = 1
  /// The command line is wrong.
  case usage = 64
  /// Input data is wrong.
  case invalidData = 65
  /// An input file cannot be read.
  case inputFile = 66
  /// No such thing, or not the caller's to see.
  case notFound = 67
  /// The database cannot be reached.
  case unavailable = 69
  /// A defect of this program.
  case internalError = 70
  /// Output cannot be written.
  case cannotWrite = 73
  /// Somebody else is writing.
  case busy = 75
  /// The present state does not allow it.
  case conflict = 76
  /// The caller may not do this, or login failed.
  case notPermitted = 77
  /// Configuration or integrity is broken.
  case configuration = 78

  /// What the code says, for the manual.
  var meaning: Text {
    switch self {
    case .done: Text(zh: "完成、允许、是", en: "done, allowed, yes")
    case .negative:
      Text(
        zh: "否定的回答：拒绝、不合规、校验未通过、有差异",
        en: "a negative answer: denied, not compliant, verification failed, differences")
    case .usage: Text(zh: "命令用法有误", en: "wrong usage")
    case .invalidData: Text(zh: "数据无效", en: "invalid data")
    case .inputFile: Text(zh: "无法读取输入文件", en: "an input file cannot be read")
    case .notFound: Text(zh: "不存在或无权查看", en: "not found, or not yours to see")
    case .unavailable: Text(zh: "数据库不可用", en: "storage unavailable")
    case .internalError: Text(zh: "程序内部错误", en: "internal error")
    case .cannotWrite: Text(zh: "无法写出", en: "output cannot be written")
    case .busy: Text(zh: "正忙，请稍后再试", en: "busy, try again")
    case .conflict:
      Text(
        zh: "与当前状态冲突：已存在、状态不符、仍在使用",
        en: "conflict with the present state: exists already, wrong state, still in use")
    case .notPermitted: Text(zh: "没有权限或登录失败", en: "not permitted, or login failed")
    case .configuration: Text(zh: "配置或完整性错误", en: "configuration or integrity")
    }
  }

  /// What to do, where nothing better is known.
  var hint: Text {
    switch self {
    case .usage: Text(zh: "用法见 `iamctl help`", en: "see `iamctl help`")
    case .invalidData: Text(zh: "改正后再试；没有任何修改", en: "correct it and try again; nothing was changed")
    case .inputFile: Text(zh: "检查文件", en: "check the file")
    case .notFound: Text(zh: "检查写法", en: "check the spelling")
    case .cannotWrite:
      Text(zh: "检查目录、权限和磁盘空间", en: "check the folder, its permissions and the disk")
    case .busy: Text(zh: "稍后再试", en: "try again in a moment")
    case .conflict:
      Text(zh: "先查看当前状态；没有任何修改", en: "look at the present state; nothing was changed")
    case .notPermitted:
      Text(zh: "由管理员办理", en: "an administrator who may does this")
    case .unavailable, .configuration:
      Text(zh: "运行 `iamctl doctor`", en: "run `iamctl doctor`")
    case .done, .negative, .internalError:
      Text(zh: "请把这条信息报告给维护者", en: "please report this to the maintainers")
    }
  }
}
