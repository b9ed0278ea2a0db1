// swift-tools-version: 6.2
import PackageDescription

/// Declared once and applied to every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "iamctl",
  products: [
    .library(name: "Policy", targets: ["Policy"]),
    .library(name: "IAM", targets: ["IAM"]),
    .executable(name: "iamctl", targets: ["AdminCLI"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Policy", swiftSettings: settings),
    .target(
      name: "IAM", dependencies: ["Policy", "CSQLite", "CArgon2", "CCrypto"],
      resources: [.embedInCode("Seed")], swiftSettings: settings + [.strictMemorySafety()]),
    .executableTarget(
      name: "AdminCLI", dependencies: ["IAM", "Policy"], swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks", dependencies: ["IAM", "Policy"], path: "Benchmarks",
      exclude: ["Baselines"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["IAM", "Policy"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "PolicyTests", dependencies: ["Policy", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "IAMTests", dependencies: ["IAM", "Policy", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AdminCLITests", dependencies: ["AdminCLI", "IAM", "Policy", "TestSupport"],
      exclude: ["Transcripts/Texts"], swiftSettings: settings),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
