extension Shell {
  /// A condition that knows the path so far, and one line for each thing offered.
  static func fish(_ nodes: [CompletionNode]) -> String {
    let paths = nodes.dropFirst().map { Shell.fish.quoted($0.path) }.joined(separator: " ")
    let common = CommonOptions.shapes.map { shape in
      let value =
        switch shape.completion {
        case .files: " -r -F"
        case .words(let words): " -x -a " + Shell.fish.quoted(words.joined(separator: " "))
        case .nothing: ""
        }
      return "complete -c iamctl -l \(shape.name.dropFirst(2))\(value)"
        + " -d \(Shell.fish.quoted(shape.help.en))\n"
    }
    return """
      # fish completion for iamctl
      function __iamctl_at
        set -l paths \(paths)
        set -l path
        for word in (commandline -opc)[2..-1]
          set -l longer (string join ' ' $path $word)
          contains -- $longer $paths; and set path $longer
        end
        test "$path" = "$argv[1]"
      end
      complete -c iamctl -f
      \(common.joined())\(nodes.map { fish($0) }.joined())
      """
  }

  /// The lines of one node.
  private static func fish(_ node: CompletionNode) -> String {
    let condition = Shell.fish.quoted("__iamctl_at \(Shell.fish.quoted(node.path))")
    let start = "complete -c iamctl -n \(condition)"
    var lines = node.words.map { "\(start) -a \($0.word) -d \(Shell.fish.quoted($0.meaning))" }
    for option in node.options {
      let name = option.word.dropFirst(2)
      var line = "\(start) -l \(name) -d \(Shell.fish.quoted(option.meaning))"
      if node.fileOptions.contains(option.word) { line += " -r -F" }
      if node.freeOptions.contains(option.word) { line += " -x" }
      for choice in node.choices where choice.option == option.word {
        line += " -x -a \(Shell.fish.quoted(choice.words.joined(separator: " ")))"
      }
      lines.append(line)
    }
    if node.takesFiles { lines.append("\(start) -F") }
    return lines.map { $0 + "\n" }.joined()
  }
}
