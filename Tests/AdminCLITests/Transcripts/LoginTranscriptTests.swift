import TestSupport
import Testing

@testable import AdminCLI
@testable import IAM

/// From an empty folder to a changed password, as people see it in both languages.
struct LoginTranscriptTests {
  @Test(arguments: ["login.en", "login.zh"])
  func `setting up, logging in and changing the password`(name: String) throws {
    let folder = try TemporaryDirectory()
    var transcript = try Transcript(named: name)
    transcript.environment = [
      .home: folder.path, .session: folder.file("session"),
      .localeAll: name.hasSuffix("zh") ? "zh_CN.UTF-8" : "C",
    ]
    #expect(transcript.differences() == [])
    withExtendedLifetime(folder) {}
  }

  @Test func `a store that cannot be made leaves nothing behind`() throws {
    let folder = try TemporaryDirectory()
    let environment: [EnvironmentVariable: String] = [.home: folder.path]
    let made = { (password: String) in
      Ran(
        ["init", "staff-01", "--password-stdin"], environment: environment,
        input: GivenInput(password + "\n"))
    }
    #expect(made("short").exit == 65)
    #expect(made("").exit == 65)
    #expect(Ran(["whoami"], environment: environment).exit == 69)
    #expect(made("Vq7#mZ2!tRx9-Lw").exit == 0)
    #expect(made("Vq7#mZ2!tRx9-Lw").exit == 76)
    let database = folder.file(".local/share/iamctl/iam.db")
    let elsewhere = Ran(
      ["init", "staff-01", "--password-stdin", "--db", folder.file("other.db")],
      environment: [.home: folder.path, .keyFile: database + ".key"],
      input: GivenInput("Vq7#mZ2!tRx9-Lw\n"))
    #expect(elsewhere.exit == 76)
    #expect(elsewhere.errors.contains("key file"))
    withExtendedLifetime(folder) {}
  }

  @Test func `the red notice comes with every command while a step is open`() throws {
    let folder = try TemporaryDirectory()
    let environment: [EnvironmentVariable: String] = [
      .database: folder.file("iam.db"), .session: folder.file("session"), .home: folder.path,
    ]
    let made = Ran(
      ["init", "staff-01", "--password-stdin"], environment: environment,
      input: GivenInput("Vq7#mZ2!tRx9-Lw\n"))
    #expect(made.exit == 0)
    let notice = "first-login steps are not done: change the login password"
    let password = try reset(folder.file("iam.db"))
    let login = Ran(
      ["login", "staff-01", "--password-stdin"], environment: environment,
      input: GivenInput(password + "\n"))
    #expect(login.exit == 0)
    #expect(login.errors.contains(notice))
    for line in ["whoami", "session list", "reset list"] {
      let ran = Ran(
        line.split(separator: " ").map(String.init), environment: environment)
      #expect(ran.errors.contains(notice))
    }
    let setup = Ran(
      ["setup", "--password-stdin"], environment: environment,
      input: GivenInput("\(password)\nTm5#kYz8!cRb3-Qf\n"))
    #expect(setup.exit == 0)
    #expect(!setup.errors.contains(notice))
    #expect(!Ran(["whoami"], environment: environment).errors.contains(notice))
    withExtendedLifetime(folder) {}
  }

  /// Gives the first operator a one-time password, as two members of staff would.
  private func reset(_ path: String) throws -> String {
    let registry = try Registry(opening: path)
    let issued = try registry.drawPassword()
    return try registry.change(as: .nobody) { change in
      try change.perform(Intent("test.reset", in: 1, on: "staff-01", need: .nothing)) {
        Recorded(try change.reset(1, to: issued).oneTimePassword)
      }
    }
  }
}
