/// A file that a profile names: pdf, doc or docx. Reading it and its size are the caller's affair.
///
/// - Source: A7, D3.
public struct ProfileDocument: Sendable, Hashable {
  /// The greatest size of a file in bytes, inclusive: 2 MiB.
  public static let maximumByteCount = 2 * 1_024 * 1_024
  /// The greatest number of files in a profile.
  public static let maximumCount = 10

  /// What the file shows, in the member's words.
  public let kind: String
  /// Where the file lies.
  public let path: String
  /// The last part of the path.
  public let fileName: String

  /// Checks both texts.
  ///
  /// - Parameters:
  ///   - kind: 1 to 50 characters.
  ///   - path: 1 to 1024 characters; the file name at most 255, with a known ending in either case.
  ///   - field: the path of the element, such as `documents[0]`.
  public init(kind: String, path: String, field: String) throws(InvalidField) {
    self.kind = try PlainText.checked(kind, field: field + ".kind", lengths: 1...50)
    let pathField = field + ".path"
    // Checked, but kept as given: file systems tell apart what normal form C makes the same.
    _ = try PlainText.checked(path, field: pathField, lengths: 1...1_024)
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if name.unicodeScalars.count > 255 { throw InvalidField(pathField, .tooLong(maximum: 255)) }
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? ""
    let ending = name.dropFirst(stem.count + 1).lowercased()
    guard !stem.isEmpty, ["pdf", "doc", "docx"].contains(ending) else {
      throw InvalidField(pathField, .wrongFileType)
    }
    self.path = path
    fileName = String(name)
  }
}
