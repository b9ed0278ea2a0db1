// swift-tools-version: 6.2
import PackageDescription

/// Declared once and applied to every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// How `libiam.so` is linked: its ABI version in its name, nothing of Swift visible from outside, and
/// never unloaded, which the Swift runtime does not survive.
let sharedLibraryFlags = [
  "-soname=libiam.so.1",
  "--version-script=\(Context.packageDirectory)/Sources/CheckerABI/exports.map",
  "-znodelete",
].flatMap { ["-Xlinker", $0] }

/// How the program is linked: as one file that needs nothing of the machine and starts in half the
/// time, still at addresses that differ from run to run. Asked for by `make build`, for the linker
/// must then leave out the search path that it adds otherwise (`--disable-local-rpath`).
let programLinks: [LinkerSetting] =
  Context.environment["IAMCTL_LINK"] == "static"
  ? [.unsafeFlags(["-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie"])] : []

let package = Package(
  name: "iamctl",
  products: [
    .library(name: "Policy", targets: ["Policy"]),
    .library(name: "IAM", targets: ["IAM"]),
    .executable(name: "iamctl", targets: ["AdminCLI"]),
    .library(name: "iam", type: .dynamic, targets: ["CheckerABI"]),
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
      name: "AdminCLI", dependencies: ["IAM", "Policy"], swiftSettings: settings,
      linkerSettings: programLinks),
    .executableTarget(
      name: "Benchmarks", dependencies: ["IAM", "Policy"], path: "Benchmarks",
      exclude: ["Baselines"], swiftSettings: settings),
    .systemLibrary(name: "CIAM"),
    .target(
      name: "CheckerABI", dependencies: ["CIAM", "IAM", "Policy"], exclude: ["exports.map"],
      swiftSettings: settings + [.strictMemorySafety()],
      linkerSettings: [
        .unsafeFlags(sharedLibraryFlags),
        // As released it brings the Swift runtime along; `--static-swift-stdlib` is for programs only.
        .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
      ]),
    .target(
      name: "TestSupport", dependencies: ["IAM", "Policy"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "PolicyTests", dependencies: ["Policy", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "IAMTests", dependencies: ["IAM", "Policy", "TestSupport"],
      exclude: ["Audit/verify_audit.py"], swiftSettings: settings),
    .testTarget(
      name: "AdminCLITests", dependencies: ["AdminCLI", "IAM", "Policy", "TestSupport"],
      exclude: ["Transcripts/Texts"], swiftSettings: settings),
    .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
