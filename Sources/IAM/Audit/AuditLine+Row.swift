extension AuditLine {
  /// Takes up a row of all columns in their order: `seq`, `at`, … `revision`; what follows them is
  /// not looked at.
  ///
  /// - Throws: `DatabaseError` `integrity` when a column holds another kind of value.
  mutating func read(_ row: borrowing Row) throws(DatabaseError) {
    begin()
    add(try row.int(0))
    add(try row.int(1))
    for column in 2...10 { try add(column, of: row) }
    add(try row.intOrNil(11))
    add(try row.int(12))
    end()
  }
}
