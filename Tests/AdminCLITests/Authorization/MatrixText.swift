/// The document around the table of the matrix.
enum MatrixText {
  /// What stands above its lines.
  static let heading = """
    # Who may do what: the authorization matrix

    Every command on something definite, by every kind of actor, as the program answers: `yes`, a
    negative answer to a question (exit 1), or the exit code and the error's code. A test runs every
    line as every actor and compares; `IAMCTL_WRITE_MATRIX=1` writes this file anew.

    Acted on is the member M000001 with the user groups 默认用户组 › 交易部 › 夜盘 (› 夜盘一组, 空组,
    闲组) and 交易部 › 日盘. `trader-01` is a plain operator at home in 夜盘, `target-01` an
    administrator of 夜盘. M000003 waits for its review, M000004 is suspended. Where a command takes
    `--tenant`, staff and the other member's master name M000001; without it they act on their own
    tenant.

    | actor | who that is |
    |---|---|
    | staff master | the master of the exchange |
    | staff without menus | staff to whom nothing was given |
    | master | the master of M000001 |
    | admin above | administers 交易部, above the target's group |
    | admin same | administers 夜盘, as the target does |
    | admin below | administers 夜盘一组, below it |
    | admin beside | administers 日盘, beside it |
    | menus, no group | holds every administrative menu, as the administrators do, but administers nothing |
    | plain operator | an operator of 夜盘 with a role and no administrative menu |
    | another's master | the master of M000002 |
    | nobody | not logged in |


    """ + header

  private static var header: String {
    let titles = MatrixActor.allCases.map(\.title).joined(separator: " | ")
    let rule = String(repeating: "---|", count: MatrixActor.allCases.count + 1)
    return "| command | \(titles) |\n|\(rule)\n"
  }
}
