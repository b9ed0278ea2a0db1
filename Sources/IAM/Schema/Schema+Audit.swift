extension Schema {
  /// The append-only audit trail and its Merkle frontier.
  ///
  /// A row goes to the end or nowhere: the insert trigger also stops what would replace a row, with
  /// or without recursive triggers, since it fires before the conflict is resolved. The frontier
  /// holds the root of each complete subtree, largest first, `level` counting from 0; `row_count`
  /// is how many rows there are up to its end.
  static let audit: StaticString = """
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY CHECK (seq >= 0),
      at INTEGER NOT NULL,
      tenant TEXT NOT NULL,
      actor TEXT NOT NULL,
      on_behalf_of TEXT,
      event TEXT NOT NULL,
      object TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied', 'failed')),
      reason TEXT,
      before TEXT,
      after TEXT,
      session INTEGER,
      revision INTEGER NOT NULL,
      leaf BLOB NOT NULL CHECK (length(leaf) = 32)
    ) STRICT;
    CREATE INDEX audit_of_tenant ON audit (tenant, seq);
    CREATE TABLE audit_frontier (
      level INTEGER PRIMARY KEY CHECK (level >= 0),
      row_count INTEGER NOT NULL CHECK (row_count > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
      BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER audit_is_only_appended BEFORE INSERT ON audit
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM audit)
      BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END;
    """
}
