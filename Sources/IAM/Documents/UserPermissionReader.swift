/// Reads a permission matrix: CSV with the columns `user,permission`, one assignment a line, with
/// or without a line of headings. Blank lines are skipped.
public struct UserPermissionReader {
  static let columns = ["user", "permission"]

  private var records: CSVReader
  private var isFirst = true

  /// Reads the assignments in these lines.
  public init(_ lines: LineReader) {
    records = CSVReader(lines)
  }

  /// The next assignment, or `nil` behind the last.
  ///
  /// - Throws: a `RecordError`, after which the next call goes on with the line below; and
  ///   whatever the source of the lines throws.
  public mutating func next() throws -> UserPermissionRecord? {
    guard var record = try records.next() else { return nil }
    if isFirst, record.fields == Self.columns {
      isFirst = false
      guard let second = try records.next() else { return nil }
      record = second
    }
    isFirst = false
    let fields = record.fields
    guard fields.count == 2 else {
      throw RecordError(
        line: record.line, reason: .fieldCount(found: fields.count, columns: Self.columns))
    }
    for (field, column) in zip(fields, Self.columns) where field.isEmpty {
      throw RecordError(line: record.line, reason: .blank(column: column))
    }
    return UserPermissionRecord(line: record.line, user: fields[0], permission: fields[1])
  }
}
