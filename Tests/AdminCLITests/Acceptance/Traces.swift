import Foundation
import TestSupport

@testable import AdminCLI
@testable import IAM

/// Everything that a stage has left behind, and where a secret occurs in it.
struct Traces {
  /// What was written, by the name of its place.
  private let places: [(name: String, bytes: Data)]

  /// Collects the store's files, the session files, the papers made by commands, and what was said.
  ///
  /// - Parameter ignored: names of files that are themselves the secret or were handed in.
  init(of stage: Stage, ignoring ignored: Set<String>) throws {
    var places: [(name: String, bytes: Data)] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: stage.directory.path) {
      var isFolder: ObjCBool = false
      let path = stage.file(name)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue, !ignored.contains(name)
      else { continue }
      places.append((name: name, bytes: try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    for (number, ran) in stage.outcomes.enumerated() {
      places.append((name: "output \(number)", bytes: Data(ran.output.utf8)))
      places.append((name: "errors \(number)", bytes: Data(ran.errors.utf8)))
    }
    self.places = places
  }

  /// The files among the places.
  var files: [String] {
    places.map(\.name).filter { $0.contains("/") }.sorted()
  }

  /// Where a text occurs, each place as often as it occurs there.
  func places(of secret: String) -> [String] {
    let wanted = Data(secret.utf8)
    return places.flatMap { name, bytes in
      var found: [String] = []
      var start = bytes.startIndex
      while let range = bytes.range(of: wanted, in: start..<bytes.endIndex) {
        found.append(name)
        start = range.upperBound
      }
      return found
    }
  }
}
