import Foundation

/// The files of this package.
enum PackageFiles {
  /// The package's root, two folders above this one.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below these folders, sorted by path; a folder that is missing holds none.
  static func swiftSources(
    below folders: [String] = ["Sources", "Tests", "Benchmarks"]
  ) throws -> [SwiftSource] {
    var sources: [SwiftSource] = []
    for folder in folders {
      for path in try paths(below: folder).sorted() where path.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        sources.append(SwiftSource(path: path, text: text))
      }
    }
    return sources
  }

  /// The names of the files in a folder, sorted; none when the folder is missing.
  static func names(in folder: String) throws -> [String] {
    try paths(below: folder).map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }

  private static func paths(below folder: String) throws -> [String] {
    let path = root.appending(path: folder).path()
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).map { "\(folder)/\($0)" }
  }
}
