import IAM
import Policy
import TestSupport
import Testing

@testable import AdminCLI

/// The reports: complete, escaped, and only of what the caller may see.
struct ReportCommandTests {
  private let login: LoggedIn

  init() throws {
    login = try LoggedIn()
    try login.tamper(
      """
      INSERT INTO operator (id, tenant_id, username, folded, name, state, is_master, home_group_id,
        created_at) VALUES (50, 2, 'trader-01', 'trader-01', '=<b>&"甲"', 'active', 0, 2, 0);
      INSERT INTO holding (id, operator_id, menu) VALUES (1, 50, 'trade.listing');
      INSERT INTO holding (id, operator_id, product) VALUES (2, 50, 'PNG'), (3, 50, 'LNG');
      INSERT INTO holding (id, operator_id, account_id) VALUES (4, 50, 1);
      INSERT INTO login_record (operator_id, last_login_at) VALUES (2, 1000);
      INSERT INTO application VALUES (1, 2, 'PNG', 'approved', 1000, 5000, 1, NULL),
        (2, 2, 'LNG', 'pending', 2000, NULL, NULL, NULL);
      DELETE FROM touched
      """)
  }

  @Test func `access tells who can do what, within the entitlement`() throws {
    let ran = login.ran("report", "access", "M000001")
    #expect(ran.exit == 0)
    let trader = ran.lines.filter { $0.hasPrefix("trader-01\t") }
    #expect(
      trader == [
        "trader-01\t=<b>&\"甲\"\tactive\t默认用户组\ttrade.listing\tPNG\tT000001-GAS-01\town"
      ])
    #expect(ran.lines.contains { $0.hasPrefix("master-01\t") && $0.hasSuffix("\t*\tmaster") })
    let json = try login.ran("report", "access", "M000001", "--format", "json").json()
    #expect(try json == login.ran("report", "access", "M000001", "--json").json())
  }

  @Test func `a page is of its own and escaped, in either language`() throws {
    let page = login.ran("report", "access", "M000001", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("<td>=&lt;b&gt;&amp;&quot;甲&quot;</td>"))
    #expect(!page.contains("<b>") && !page.contains("http://") && !page.contains("<script"))
    let chinese = login.ran("report", "access", "M000001", "--format", "html", "--lang", "zh")
    #expect(chinese.output.contains("<html lang=\"zh-CN\">"))
    #expect(chinese.output.contains("<h1>权限报表</h1>"))
  }

  @Test func `a spreadsheet gets no formula`() throws {
    let text = login.ran("report", "access", "M000001", "--format", "csv").output
    let lines = text.split(separator: "\r\n")
    #expect(lines.first?.hasPrefix(#""operator","name","state""#) == true)
    #expect(lines.contains { $0.hasPrefix(#""trader-01","'=<b>&""甲""","active""#) })
  }

  @Test func `inactive lists never logged in first, then the longest absent`() throws {
    let ran = login.ran("report", "inactive", "--tenant", "M000001")
    #expect(ran.lines.map { $0.split(separator: "\t")[0] } == ["trader-01", "master-01"])
    let recent = login.ran("report", "inactive", "--tenant", "M000001", "--days", "100000")
    #expect(recent.lines.count == 1)
    #expect(login.ran("report", "inactive", "--days", "-1").exit == 64)
    #expect(
      login.ran("report", "inactive", "--days", "9223372036854775807").exit == 0)
  }

  @Test func `reviews have their times`() throws {
    let rows = login.ran("report", "reviews").lines
    #expect(
      rows == [
        "M000001\t会员 M000001\tPNG\tapproved\t1970-01-01T00:00:01Z\t1970-01-01T00:00:05Z\tstaff-01\t",
        "M000001\t会员 M000001\tLNG\tpending\t1970-01-01T00:00:02Z\t\t\t",
      ])
  }

  @Test func `a member sees its own reports and no name of staff`() throws {
    let member = try LoggedIn(as: Username(unchecked: "master-01"))
    try member.tamper(
      "INSERT INTO application VALUES (1, 2, 'PNG', 'rejected', 1000, 5000, 1, 'why')")
    let reviews = member.ran("report", "reviews")
    #expect(reviews.lines.count == 1 && reviews.output.contains("\trejected\t"))
    #expect(!reviews.output.contains("staff-01"))
    #expect(member.ran("report", "access").lines.count == 1)
    for line in [
      ["access", "EX"], ["inactive", "--tenant", "EX"], ["reviews", "--tenant", "EX"],
    ] {
      let ran = Ran(["report"] + line, environment: member.environment)
      #expect(ran.exit == 67 && ran.output == "")
    }
  }
}
