/// Reads the questions of a batch, one at a time.
///
/// Either CSV with the columns `username,menu,product,account`, of which the last two may be left
/// out or blank, or in the order of a first line that names them; or one JSON object a line with
/// these keys.
/// Which of the two, the first line decides. Blank lines are skipped.
public struct CheckRequestReader {
  static let columns = ["username", "menu", "product", "account"]

  private enum Source {
    case undecided(LineReader)
    case table(CSVReader)
    case objects(LineReader)
  }

  private var source: Source
  private var isFirst = true
  /// Where in a record each column stands; nowhere where the headings leave it out.
  private var places: [Int?] = [0, 1, 2, 3]
  private var width = 4

  /// Reads the questions in these lines.
  public init(_ lines: LineReader) {
    source = .undecided(lines)
  }

  /// The next question, or `nil` behind the last.
  ///
  /// - Throws: a `RecordError`, after which the next call goes on with the line below; and
  ///   whatever the source of the lines throws.
  public mutating func next() throws -> CheckRequest? {
    switch source {
    case .undecided(var lines):
      source = try lines.startsWithObject() ? .objects(lines) : .table(CSVReader(lines))
      return try next()
    case .table(var records):
      // Kept also when the record is refused, so that the next call goes on behind it.
      defer { source = .table(records) }
      return try nextRequest(in: &records)
    case .objects(var lines):
      defer { source = .objects(lines) }
      return try nextRequest(in: &lines)
    }
  }

  private mutating func nextRequest(in records: inout CSVReader) throws -> CheckRequest? {
    guard var record = try records.next() else { return nil }
    if isFirst, readHeadings(record.fields) {
      isFirst = false
      guard let second = try records.next() else { return nil }
      record = second
    }
    isFirst = false
    let fields = record.fields
    guard (2...width).contains(fields.count) else {
      throw RecordError(
        line: record.line, reason: .fieldCount(found: fields.count, columns: Self.columns))
    }
    let values = places.map { place in
      place.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
    }
    return try request(
      line: record.line, username: values[0], menu: values[1], product: values[2],
      account: values[3])
  }

  /// Takes the first line for headings if it is one. No username can be `username`, nor can a menu:
  /// a username holds more than letters (A2), and no menu has that code.
  private mutating func readHeadings(_ fields: [String]) -> Bool {
    guard fields.contains("username"), fields.contains("menu"),
      Set(fields).count == fields.count, fields.allSatisfy(Self.columns.contains)
    else { return false }
    places = Self.columns.map(fields.firstIndex)
    width = fields.count
    return true
  }

  private func nextRequest(in lines: inout LineReader) throws -> CheckRequest? {
    guard let line = try lines.nextFilled() else { return nil }
    do {
      let reader = try DocumentReader(JSONValue(reading: line.bytes), keys: Self.columns)
      return try request(
        line: line.number, username: reader.string("username"), menu: reader.string("menu"),
        product: reader.optionalString("product") ?? "",
        account: reader.optionalString("account") ?? "")
    } catch let error as JSONReadingError {
      throw RecordError(
        line: line.number, reason: .json(error.problem, column: error.column))
    } catch let error as DocumentError {
      throw RecordError(line: line.number, reason: .document(error))
    }
  }

  private func request(
    line: Int, username: String, menu: String, product: String, account: String
  ) throws(RecordError) -> CheckRequest {
    if username.isEmpty { throw RecordError(line: line, reason: .blank(column: "username")) }
    if menu.isEmpty { throw RecordError(line: line, reason: .blank(column: "menu")) }
    return CheckRequest(
      line: line, username: username, menu: menu, product: product.isEmpty ? nil : product,
      account: account.isEmpty ? nil : account)
  }
}

extension LineReader {
  /// The next line that holds more than white space.
  fileprivate mutating func nextFilled() throws -> TextLine? {
    while let line = try next() {
      if line.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) { return line }
    }
    return nil
  }
}
