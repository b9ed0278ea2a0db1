/// Where a sealed value lives; an envelope opens only in the place that it was sealed for.
public struct EnvelopePlace: Sendable, Hashable {
  /// The tenant's code.
  public let tenant: String
  /// The table's name.
  public let table: String
  /// The column's name.
  public let column: String
  /// The row's identifier as text.
  public let row: String

  /// Names a place; each part may be any text.
  public init(tenant: String, table: String, column: String, row: String) {
    self.tenant = tenant
    self.table = table
    self.column = column
    self.row = row
  }

  /// The parts, each after its length in four bytes: no two places have the same bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in [tenant, table, column, row] {
      bytes.append(bigEndian: UInt32(part.utf8.count))
      bytes += Array(part.utf8)
    }
    return bytes
  }
}
