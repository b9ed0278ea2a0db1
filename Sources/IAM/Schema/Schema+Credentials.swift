extension Schema {
  /// Credentials, first-login steps, sessions, resets and password rules.
  static let credentials: StaticString = """
    CREATE TABLE credential (
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      factor TEXT NOT NULL CHECK (factor IN ('login', 'payment')),
      hash TEXT NOT NULL,
      is_one_time INTEGER NOT NULL DEFAULT 0 CHECK (is_one_time IN (0, 1)),
      expires_at INTEGER,
      used_at INTEGER,
      changed_at INTEGER NOT NULL,
      failures_in_a_row INTEGER NOT NULL DEFAULT 0 CHECK (failures_in_a_row >= 0),
      locked_until INTEGER,
      is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
      PRIMARY KEY (operator_id, factor),
      CHECK (is_one_time = 0 OR (factor = 'login' AND expires_at IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credential_failure (
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      factor TEXT NOT NULL,
      number INTEGER NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (operator_id, factor, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE credential_history (
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      factor TEXT NOT NULL,
      number INTEGER NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (operator_id, factor, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE first_login_step (
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      step TEXT NOT NULL CHECK (step IN ('login-password', 'payment-password')),
      PRIMARY KEY (operator_id, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE login_record (
      operator_id INTEGER PRIMARY KEY REFERENCES operator (id),
      first_login_at INTEGER,
      last_login_at INTEGER,
      last_failure_at INTEGER,
      failures_since_login INTEGER NOT NULL DEFAULT 0,
      fund_mobile_sealed BLOB
    ) STRICT;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      token_digest BLOB NOT NULL UNIQUE CHECK (length(token_digest) = 32),
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      idle_limit INTEGER NOT NULL CHECK (idle_limit > 0),
      last_seen_at INTEGER NOT NULL,
      payment_verified_until INTEGER,
      key_verified INTEGER NOT NULL DEFAULT 0 CHECK (key_verified IN (0, 1)),
      has_chosen_roles INTEGER NOT NULL DEFAULT 0 CHECK (has_chosen_roles IN (0, 1)),
      ended_at INTEGER,
      end_reason TEXT
    ) STRICT;
    CREATE INDEX sessions_of_operator ON session (operator_id);
    CREATE TABLE session_role (
      session_id INTEGER NOT NULL REFERENCES session (id),
      role_id INTEGER NOT NULL REFERENCES role (id),
      PRIMARY KEY (session_id, role_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_with_role ON session_role (role_id);

    CREATE TABLE reset_request (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      reason TEXT NOT NULL,
      filed_by_tenant INTEGER REFERENCES tenant (id),
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      state TEXT NOT NULL CHECK (state IN ('pending', 'executed', 'rejected', 'expired')),
      requested_by INTEGER NOT NULL REFERENCES operator (id),
      requested_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      decided_by INTEGER REFERENCES operator (id),
      decided_at INTEGER,
      decision_reason TEXT,
      CHECK (decided_by IS NULL OR decided_by <> requested_by)
    ) STRICT;
    CREATE TABLE password_rule (
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      rule TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (tenant_id, rule)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE blocked_password (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32)
    ) STRICT, WITHOUT ROWID;
    """
}
