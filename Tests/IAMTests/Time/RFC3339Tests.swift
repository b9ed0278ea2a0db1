import Testing

@testable import IAM

/// RFC 3339 times to and from milliseconds; whole days are days of the exchange.
struct RFC3339Tests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("1970-01-01T00:00:00.001Z", 1),
    ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29T12:00:00Z", 951_825_600_000),
    ("2026-03-01T09:15:00+08:00", 1_772_327_700_000), ("2026-03-01T01:15:00Z", 1_772_327_700_000),
    ("2026-02-28t20:15:00.5-05:00", 1_772_327_700_500),
    ("1937-01-01T12:00:27.87+00:20", -1_041_337_172_130),
    ("1970-01-01T00:00:00.123456789z", 123), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ("1970-01-01", -28_800_000), ("2026-03-01", 1_772_294_400_000),
  ])
  func `a time is read as milliseconds`(text: String, milliseconds: Int64) {
    #expect(RFC3339.milliseconds(text) == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-03", "2026-3-1", "26-03-01", "2026-02-29", "2100-02-29", "2026-04-31",
    "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01", "2026-03-01T",
    "2026-03-01T09:15", "2026-03-01T09:15Z", "2026-03-01T09:15:00", "2026-03-01 09:15:00Z",
    "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z", "2016-12-31T23:59:60Z",
    "2026-03-01T09:15:00.Z", "2026-03-01T09:15:00.1234567890Z", "2026-03-01T09:15:00+8:00",
    "2026-03-01T09:15:00+0800", "2026-03-01T09:15:00+24:00", "2026-03-01T09:15:00+08:60",
    "2026-03-01T09:15:00Z ", " 2026-03-01", "2026-03-01Z", "２０２６-03-01", "+026-03-01",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "0001-01-01",
  ])
  func `what is neither a time nor a day is refused`(text: String) {
    #expect(RFC3339.milliseconds(text) == nil)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (1_772_327_700_000, "2026-03-01T01:15:00Z"), (1_772_327_700_050, "2026-03-01T01:15:00.050Z"),
    (Int64.min, "0001-01-01T00:00:00Z"), (Int64.max, "9999-12-31T23:59:59.999Z"),
  ])
  func `milliseconds are written in UTC`(milliseconds: Int64, text: String) {
    #expect(RFC3339.text(milliseconds) == text)
  }

  @Test func `every day from year 1 to 9999 is read back`() {
    // A stride that meets every day of the week, month and leap cycle.
    for days in stride(from: -719_162, through: 2_932_896, by: 97) {
      let milliseconds = Int64(days) * 86_400_000 + 12_345
      #expect(RFC3339.milliseconds(RFC3339.text(milliseconds)) == milliseconds)
    }
  }

  @Test func `days follow one another through leap years`() throws {
    let last = try #require(CivilDate(year: 2000, month: 12, day: 31)).daysSince1970
    var expected = try #require(CivilDate(year: 1896, month: 1, day: 1)).daysSince1970
    for year in 1896...2000 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CivilDate(year: year, month: month, day: day) else { continue }
          #expect(date.daysSince1970 == expected)
          #expect(CivilDate(daysSince1970: expected) == date)
          expected += 1
        }
      }
    }
    #expect(expected == last + 1)
    #expect(CivilDate(daysSince1970: -719_163) == nil && CivilDate(daysSince1970: 2_932_897) == nil)
  }
}
