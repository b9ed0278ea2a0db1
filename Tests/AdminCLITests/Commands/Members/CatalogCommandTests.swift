import Foundation
import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// The catalogue without a login, with and without a database; and its import.
struct CatalogCommandTests {
  private func run(_ line: String, database: String = "/nowhere/iam.db") -> Ran {
    Ran(
      line.split(separator: " ").map(String.init) + ["--db", database],
      environment: [.session: "/nowhere/session"])
  }

  @Test func `without a database the catalogue is the one compiled in`() throws {
    let exchange = try TestExchange()
    for section in ["menus", "products", "markets"] {
      for form in ["", " --tree", " --json", " --tree --json", " --lang zh"] {
        let built = run("catalog \(section)\(form)")
        #expect(built.exit == 0 && built.errors.isEmpty)
        #expect(built.output == run("catalog \(section)\(form)", database: exchange.path).output)
      }
    }
  }

  @Test func `rows have code, title and marks`() {
    let menus = run("catalog menus").output.split(separator: "\n")
    #expect(menus.contains("trade.listing.create\tCreate a listing\tT,a,p,£"))
    #expect(menus.contains("member-center.user-info.security\tSecurity centre\tS,U"))
    let chinese = run("catalog markets --lang zh").output
    #expect(chinese == "gas\t天然气市场\noil\t油品市场\n")
    #expect(
      run("catalog markets --json").output
        == #"[{"code":"gas","title":"Natural gas market"},"#
        + #"{"code":"oil","title":"Oil products market"}]"# + "\n")
  }

  @Test func `a tree is indented, and nested in JSON`() throws {
    let lines = run("catalog products --tree").output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("PNG  ") } && lines.contains { $0.hasPrefix("  SH  ") })
    let json = try JSONValue(reading: run("catalog products --tree --json").output)
    guard case .array(let roots) = json else { throw try #require(nil as CommandFailure?) }
    #expect(roots.count == 4)
    guard case .array(let points)? = roots.first?["children"] else { return }
    #expect(points.count == 7 && points.first?["code"] == "PNG.SH")
  }

  @Test func `an import needs a login and shows what it changes`() throws {
    let exchange = try TestExchange()
    exchange.clock.set(.systemNow())
    let file = exchange.directory.file("catalogue.json")
    let document = #"{"menus":[{"code":"lab","title":{"zh":"实验","en":"Lab"}}]}"#
    try Data(document.utf8).write(to: URL(fileURLWithPath: file))
    #expect(run("catalog import \(file)", database: exchange.path).exit == 77)
    let session = exchange.directory.file("session")
    try SessionFile(path: session).write(try exchange.session(of: "staff-01").text)
    let bring = { (words: [String]) in
      Ran(
        ["catalog", "import"] + words,
        environment: [.session: session, .database: exchange.path])
    }
    #expect(bring([file, "--dry-run"]).output == "menu\tlab\tadded\n")
    #expect(!run("catalog menus", database: exchange.path).output.contains("\nlab\t"))
    #expect(bring([file]).output == "menu\tlab\tadded\n")
    #expect(run("catalog menus", database: exchange.path).output.contains("\nlab\tLab\t\n"))
    #expect(bring([file, "--json"]).output == "[]\n")
    #expect(bring(["/nowhere/catalogue.json"]).exit == 66)
    try Data(document.replacing("lab", with: "l*b").utf8).write(to: URL(fileURLWithPath: file))
    let wrong = bring([file])
    #expect(wrong.exit == 65 && wrong.errors.contains("`menus[0].code`"))
  }
}
