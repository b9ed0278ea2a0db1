/// What the audit trail was at one moment: how many rows, and the root of the tree over them.
///
/// Kept elsewhere, it finds rows cut off or changed later, and an older copy put back.
///
/// - Source: C2SP tlog-checkpoint.
public struct AuditCheckpoint: Sendable, Equatable {
  /// Whose trail it is: the first line of the note.
  public var origin: String
  /// The number of rows.
  public var size: Int64
  /// The root of the tree over them.
  public var root: Digest

  /// The text that is signed: origin, size and root, a line each.
  var text: String { "\(origin)\n\(size)\n\(Base64.standard.padded(root.bytes))\n" }

  init(origin: String, size: Int64, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a note; lines after the third are allowed and mean nothing here.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, !lines[0].isEmpty, let size = Int64(lines[1]), size >= 0,
      String(size) == lines[1], let bytes = Base64.standard.unpadded(lines[2]),
      let root = Digest(bytes: bytes)
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }
}

extension Base64 {
  /// The bytes as text whose length is a multiple of 4.
  func padded(_ bytes: [UInt8]) -> String {
    let text = text(bytes)
    return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
  }

  /// The bytes that a padded text stands for, or `nil`; every value has exactly one text.
  func unpadded(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count % 4 == 0 else { return nil }
    let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.count
    guard text.utf8.count - digits <= 2 else { return nil }
    return bytes(text.prefix(digits))
  }
}
