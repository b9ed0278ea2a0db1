import IAM

/// The version of the program, by semantic versioning.
let programVersion = "0.1.0"

/// `iamctl version`.
let versionCommand = Command(
  "version", Text(zh: "显示版本", en: "Show the version"),
  examples: ["iamctl version", "iamctl version --json"]
) { _ in
  .text("iamctl \(programVersion)", json: ["version": .string(programVersion)])
}
