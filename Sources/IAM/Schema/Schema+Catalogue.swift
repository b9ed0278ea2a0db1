extension Schema {
  /// The trees that permissions are granted over, and counters for ids that are never used again.
  static let catalogue: StaticString = """
    CREATE TABLE counter (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE menu (
      code TEXT PRIMARY KEY,
      title_zh TEXT NOT NULL CHECK (title_zh <> ''),
      title_en TEXT NOT NULL CHECK (title_en <> ''),
      marks INTEGER NOT NULL CHECK (marks >= 0),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE product (
      code TEXT PRIMARY KEY,
      title_zh TEXT NOT NULL CHECK (title_zh <> ''),
      title_en TEXT NOT NULL CHECK (title_en <> ''),
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE market (
      code TEXT PRIMARY KEY,
      title_zh TEXT NOT NULL CHECK (title_zh <> ''),
      title_en TEXT NOT NULL CHECK (title_en <> '')
    ) STRICT, WITHOUT ROWID;
    """
}
