extension Shell {
  /// A function that sorts the words so far into a path and offers what the path's node has.
  static func bash(_ nodes: [CompletionNode]) -> String {
    let paths = nodes.dropFirst().map { Shell.bash.quoted($0.path) }.joined(separator: "|")
    return """
      # bash completion for iamctl
      _iamctl() {
        local current=${COMP_WORDS[COMP_CWORD]} before=$((COMP_CWORD - 1))
        local path= words= options= files= free= choices= takes_files= word
        COMPREPLY=()
        if [[ $current == = ]]; then current=
        elif [[ ${COMP_WORDS[before]} == = ]]; then before=$((before - 1)); fi
        local previous=${COMP_WORDS[before]}
        [[ $current == '' && $previous == = ]] && previous=${COMP_WORDS[before - 1]}
        for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
          case "${path:+$path }$word" in
            \(paths)) path="${path:+$path }$word" ;;
          esac
        done
        case "$path" in
      \(nodes.map { bash($0) }.joined())  esac
        _iamctl_offer
      }
      \(bashOffer)
      _iamctl_files() {
        local name
        compopt -o filenames 2>/dev/null
        while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$1")
      }
      complete -F _iamctl iamctl

      """
  }

  /// The part that is the same for every path: values after an option, else options or words.
  private static let bashOffer = """
    _iamctl_offer() {
      free="$free "
      files="$files --db --key-file "
      choices="$choices --lang=zh,en"
      if [[ $previous == --* ]]; then
        [[ $free == *" $previous "* ]] && return
        [[ $files == *" $previous "* ]] && { _iamctl_files "$current"; return; }
        for word in $choices; do
          if [[ ${word%%=*} == "$previous" ]]; then
            word=${word#*=}
            COMPREPLY=($(compgen -W "${word//,/ }" -- "$current"))
            return
          fi
        done
      fi
      if [[ $current == -* ]]; then
        words="$options --db --key-file --lang --json --help"
      elif [[ $takes_files ]]; then
        _iamctl_files "$current"
      fi
      COMPREPLY+=($(compgen -W "$words" -- "$current"))
    }
    """

  /// One arm of the case over paths.
  private static func bash(_ node: CompletionNode) -> String {
    let values = [
      ("words", node.words.map(\.word).joined(separator: " ")),
      ("options", node.options.map(\.word).joined(separator: " ")),
      ("files", node.fileOptions.map { " \($0)" }.joined()),
      ("free", node.freeOptions.map { " \($0)" }.joined()),
      ("choices", node.choiceList),
      ("takes_files", node.takesFiles ? "1" : ""),
    ]
    let given = values.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Shell.bash.quoted($0.1))" }
    return "    \(Shell.bash.quoted(node.path))) \(given.joined(separator: " ")) ;;\n"
  }
}

extension CompletionNode {
  /// The choices as words: `--preset=trader,settlement`.
  var choiceList: String {
    choices.map { "\($0.option)=\($0.words.joined(separator: ","))" }.joined(separator: " ")
  }
}
