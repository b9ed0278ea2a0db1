/// One line of a text, without its line break.
public struct TextLine: Sendable, Equatable {
  /// The number of the line, from 1.
  public let number: Int
  /// The bytes of the line, possibly none.
  public let bytes: [UInt8]
}
