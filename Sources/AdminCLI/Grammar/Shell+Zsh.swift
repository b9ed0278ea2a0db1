extension Shell {
  /// As for bash, with the meaning of each word beside it.
  static func zsh(_ nodes: [CompletionNode]) -> String {
    let paths = nodes.dropFirst().map { Shell.zsh.quoted($0.path) }.joined(separator: "|")
    let common = CommonOptions.shapes.map { ($0.name, $0.help.en) }
    return """
      #compdef iamctl
      _iamctl() {
        local current=$words[CURRENT] previous=$words[CURRENT-1] found= word
        local files= free= choices= takes_files=
        local -a entries options
        for word in ${words[2,CURRENT-1]}; do
          case "${found:+$found }$word" in
            \(paths)) found="${found:+$found }$word" ;;
          esac
        done
        case "$found" in
      \(nodes.map { zsh($0) }.joined())  esac
        if [[ $previous == --* ]]; then
          [[ "$free " == *" $previous "* ]] && return 1
          [[ "$files --db --key-file " == *" $previous "* ]] && { _files; return }
          for word in ${=choices} --lang=zh,en; do
            if [[ ${word%%=*} == $previous ]]; then
              compadd -- ${(s:,:)${word#*=}}
              return
            fi
          done
        fi
        if [[ $current == -* ]]; then
          options+=(\(zsh(common)))
          _describe -o option options
          return
        fi
        (( $#entries )) && _describe command entries
        [[ -n $takes_files ]] && _files
      }
      if [[ $funcstack[1] == _iamctl ]]; then _iamctl "$@"
      elif (( $+functions[compdef] )); then compdef _iamctl iamctl; fi

      """
  }

  /// One arm of the case over paths.
  private static func zsh(_ node: CompletionNode) -> String {
    let values = [
      ("files", node.fileOptions.map { " \($0)" }.joined()),
      ("free", node.freeOptions.map { " \($0)" }.joined()),
      ("choices", node.choiceList),
      ("takes_files", node.takesFiles ? "1" : ""),
    ]
    var parts = values.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Shell.zsh.quoted($0.1))" }
    if !node.words.isEmpty { parts.append("entries=(\(zsh(node.words)))") }
    if !node.options.isEmpty { parts.append("options=(\(zsh(node.options)))") }
    return "    \(Shell.zsh.quoted(node.path))) \(parts.joined(separator: " ")) ;;\n"
  }

  private static func zsh(_ entries: [CompletionNode.Entry]) -> String {
    entries.map { entry in
      let meaning = entry.meaning.replacing(":", with: "\\:")
      return Shell.zsh.quoted(meaning.isEmpty ? entry.word : "\(entry.word):\(meaning)")
    }
    .joined(separator: " ")
  }
}
