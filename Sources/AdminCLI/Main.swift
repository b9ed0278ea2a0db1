import Glibc

@main
struct Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let console = Console.process()
    guard let arguments = words() else {
      console.report(
        .usage(
          Text(zh: "有参数不是 UTF-8", en: "an argument is not UTF-8"),
          hint: Text(zh: "改名后再试", en: "rename the file, or convert the text")))
      exit(ExitCode.usage.rawValue)
    }
    exit(
      run(
        arguments: arguments, console: console,
        commands: CommandFamily.commands(for: arguments)))
  }

  /// The words after the program's name; `nil` when one is not UTF-8.
  private static func words() -> [String]? {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[index], let word = String(validatingCString: bytes)
      else { return nil }
      words.append(word)
    }
    return words
  }
}
