extension Report {
  /// All figures of the checker, with the bars they are held against.
  static let ownSections: [(title: String, lines: [ReportLine])] = [
    ("checks a second", checks),
    ("loading", loading),
    ("changes committed by another process", changes),
    ("counts", counts),
    ("whole programs, from their start to their end", programs),
  ]

  private static let idsInC = ("c_bits_role_per_s", "bitsets by role in C, ids")
  private static let stringsInC = ("c_bits_role_str_per_s", "bitsets by role in C, strings")
  private static let join = ("sql_join_per_s", "prepared SQL join")

  private static let checks: [ReportLine] = [
    ReportLine(
      title: "handles", figure: "handles_per_s", unit: .perSecond, beside: idsInC,
      bar: .atLeast(0.5)),
    ReportLine(
      title: "handles", figure: "handles_per_s", unit: .perSecond, beside: join, bar: .atLeast(40)),
    ReportLine(
      title: "handles, two threads", figure: "handles_2_threads_per_s", unit: .perSecond,
      beside: ("handles_per_s", "one thread"), bar: .atLeast(1.8)),
    ReportLine(
      title: "handles, one tenant alone", figure: "handles_1_tenant_per_s", unit: .perSecond,
      beside: ("handles_per_s", "all tenants"), bar: .atMost(2.5)),
    ReportLine(
      title: "handles, without looking for changes", figure: "handles_remembered_per_s",
      unit: .perSecond),
    ReportLine(
      title: "handles, two threads, without looking",
      figure: "handles_2_threads_remembered_per_s", unit: .perSecond),
    ReportLine(
      title: "strings", figure: "strings_per_s", unit: .perSecond, beside: stringsInC,
      bar: .atLeast(1)),
    ReportLine(
      title: "strings", figure: "strings_per_s", unit: .perSecond, beside: join, bar: .atLeast(40)),
    ReportLine(
      title: "strings, two threads", figure: "strings_2_threads_per_s", unit: .perSecond,
      beside: ("strings_per_s", "one thread")),
    ReportLine(
      title: "strings, without looking for changes", figure: "strings_remembered_per_s",
      unit: .perSecond),
    ReportLine(
      title: "strings, put together to a Check", figure: "strings_as_checks_per_s",
      unit: .perSecond, beside: ("strings_per_s", "by themselves")),
    ReportLine(
      title: "strings, checkMany of 100", figure: "check_many_per_s", unit: .perSecond,
      beside: ("strings_per_s", "one by one")),
  ]

  private static let loading: [ReportLine] = [
    ReportLine(
      title: "first answer of a tenant, in a new process", figure: "tenant_first_answer_ms",
      unit: .milliseconds, bar: .atMost(3)),
    ReportLine(
      title: "first answer of a further tenant", figure: "tenant_load_ms", unit: .milliseconds),
    ReportLine(
      title: "all tenants", figure: "load_all_s", unit: .seconds,
      beside: ("c_read_all_s", "the same rows stepped through in C"), bar: .atMost(3)),
    ReportLine(
      title: "memory of all tenants", figure: "memory_mb", unit: .megabytes, bar: .atMost(40)),
  ]

  private static let changes: [ReportLine] = [
    ReportLine(
      title: "the check that sees one, median", figure: "visible_p50_ms", unit: .milliseconds),
    ReportLine(
      title: "the check that sees one, 99 of 100", figure: "visible_p99_ms", unit: .milliseconds,
      bar: .atMost(5)),
    ReportLine(
      title: "not seen by the next check, of 10,000", figure: "stale_of_10000", unit: .count,
      bar: .exactly(0)),
  ]

  private static let counts: [ReportLine] = [
    ReportLine(title: "wrong answers", figure: "wrong", unit: .count, bar: .exactly(0)),
    ReportLine(
      title: "allocations in 1,000 checks", figure: "allocations_per_1000", unit: .count,
      bar: .exactly(0)),
  ]

  private static let programs: [ReportLine] = [
    ReportLine(
      title: "iamctl check", figure: "cli_check_cold_ms", unit: .milliseconds,
      beside: ("sqlite_shell_cold_ms", "the sqlite3 shell with one join"), bar: .atMost(2))
  ]
}
