extension Schema {
  /// Tenants, what they told the exchange about themselves, and what it opened to them.
  ///
  /// Columns that end in `_sealed` hold envelopes of personal data (or `NULL`), those that end in
  /// `_key` the keyed hash that uniqueness and look-up go by.
  static let tenants: StaticString = """
    CREATE TABLE tenant (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('exchange', 'member', 'institution')),
      name TEXT NOT NULL CHECK (name <> ''),
      state TEXT NOT NULL CHECK (state IN ('registered', 'profiled', 'bank-bound', 'under-review',
        'rejected', 'supplement', 'approved', 'suspended', 'closed')),
      approved_at INTEGER,
      requires_key INTEGER NOT NULL DEFAULT 0 CHECK (requires_key IN (0, 1)),
      filed_under INTEGER REFERENCES tenant (id),
      organisation_code TEXT,
      state_reason TEXT,
      created_at INTEGER NOT NULL,
      revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
      CHECK (kind <> 'institution' OR filed_under IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX one_exchange ON tenant (kind) WHERE kind = 'exchange';
    CREATE UNIQUE INDEX one_institution_a_code ON tenant (filed_under, organisation_code)
      WHERE kind = 'institution' AND state <> 'closed';

    CREATE TABLE registration (
      tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id),
      legal_representative TEXT NOT NULL,
      administrator_name TEXT NOT NULL,
      mobile_sealed BLOB NOT NULL,
      email_sealed BLOB NOT NULL,
      address_sealed BLOB NOT NULL,
      credit_code TEXT,
      licence_no TEXT,
      organisation_code TEXT,
      tax_no TEXT,
      CHECK ((credit_code IS NOT NULL AND licence_no IS NULL AND organisation_code IS NULL
          AND tax_no IS NULL)
        OR (credit_code IS NULL AND licence_no IS NOT NULL AND organisation_code IS NOT NULL
          AND tax_no IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX one_member_a_credit_code ON registration (credit_code);
    CREATE UNIQUE INDEX one_member_an_organisation_code ON registration (organisation_code);

    CREATE TABLE profile (
      tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id),
      applicant TEXT NOT NULL CHECK (applicant IN ('seller', 'carrier', 'buyer')),
      annual_volume TEXT NOT NULL,
      enterprise_type TEXT NOT NULL,
      submitted_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE profile_region (
      tenant_id INTEGER NOT NULL REFERENCES profile (tenant_id),
      region TEXT NOT NULL,
      PRIMARY KEY (tenant_id, region)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE profile_document (
      tenant_id INTEGER NOT NULL REFERENCES profile (tenant_id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      content BLOB NOT NULL CHECK (length(content) <= 2097152),
      PRIMARY KEY (tenant_id, position)
    ) STRICT;

    CREATE TABLE bank_binding (
      tenant_id INTEGER PRIMARY KEY REFERENCES tenant (id),
      bank TEXT NOT NULL,
      holder TEXT NOT NULL,
      account_no_sealed BLOB NOT NULL,
      bound_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE application (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      qualification TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'supplement')),
      applied_at INTEGER NOT NULL,
      decided_at INTEGER,
      decided_by INTEGER,
      reason TEXT
    ) STRICT;
    CREATE UNIQUE INDEX one_open_application ON application (tenant_id, qualification)
      WHERE state IN ('pending', 'approved');

    CREATE TABLE entitled_menu (
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      code TEXT NOT NULL REFERENCES menu (code),
      PRIMARY KEY (tenant_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entitled_product (
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      code TEXT NOT NULL REFERENCES product (code),
      PRIMARY KEY (tenant_id, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      code TEXT NOT NULL UNIQUE,
      settlement_code TEXT NOT NULL UNIQUE,
      market TEXT NOT NULL REFERENCES market (code),
      state TEXT NOT NULL CHECK (state IN ('open', 'frozen', 'closed')),
      frozen_by_exchange INTEGER NOT NULL DEFAULT 0 CHECK (frozen_by_exchange IN (0, 1)),
      opened_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX accounts_of_tenant ON account (tenant_id);
    """
}
