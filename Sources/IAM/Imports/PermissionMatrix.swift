/// Which user has which permission, read from CSV with the columns `user,permission`.
///
/// A line that stands twice says nothing new.
public struct PermissionMatrix: Sendable {
  /// The assignments in the order of the lines.
  public let assignments: [UserPermissionRecord]

  /// Reads all lines.
  ///
  /// - Throws: a `RecordError` with the line of the first problem.
  /// - Complexity: O(size of the text).
  public init(reading bytes: [UInt8]) throws {
    var reader = UserPermissionReader(LineReader(bytes: bytes))
    var assignments: [UserPermissionRecord] = []
    while let record = try reader.next() { assignments.append(record) }
    self.assignments = assignments
  }
}
