/// A profile together with the content of the files that it names.
///
/// - Source: A7, D3.
public struct ProfileSubmission: Sendable {
  /// The profile.
  public let profile: MemberProfile
  /// The content of each document, in the order of the profile.
  let contents: [[UInt8]]

  /// Reads the content of every document.
  ///
  /// - Parameters:
  ///   - profile: the profile.
  ///   - content: reads one; its path is still relative to wherever the profile lies.
  /// - Throws: `invalid` for an empty file and for one of more than
  ///   ``ProfileDocument/maximumByteCount`` bytes; what `content` throws.
  public init(
    _ profile: MemberProfile, content: (ProfileDocument) throws -> [UInt8]
  ) throws {
    self.profile = profile
    var contents: [[UInt8]] = []
    for (index, document) in profile.documents.enumerated() {
      let bytes = try content(document)
      guard (1...ProfileDocument.maximumByteCount).contains(bytes.count) else {
        throw IAMError.invalid(
          path: "documents[\(index)].path",
          reason: Wording(zh: "文件须为 1 字节至 2 MiB", en: "the file must have 1 byte to 2 MiB"))
      }
      contents.append(bytes)
    }
    self.contents = contents
  }
}
