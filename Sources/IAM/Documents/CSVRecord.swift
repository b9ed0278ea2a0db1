/// The fields of one record of a CSV text.
public struct CSVRecord: Sendable, Equatable {
  /// The line on which the record starts, from 1.
  public let line: Int
  /// The fields in order; at least one, each possibly empty.
  public let fields: [String]
}
