extension Schema {
  /// Operators, user groups, named sets and roles, and what is given to whom.
  static let operators: StaticString = """
    CREATE TABLE user_group (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      name TEXT NOT NULL CHECK (name <> ''),
      parent_id INTEGER REFERENCES user_group (id),
      pool_is_everything INTEGER NOT NULL DEFAULT 0 CHECK (pool_is_everything IN (0, 1)),
      pool_has_every_account INTEGER NOT NULL DEFAULT 0 CHECK (pool_has_every_account IN (0, 1)),
      made_by INTEGER REFERENCES operator (id),
      created_at INTEGER NOT NULL,
      UNIQUE (tenant_id, name),
      CHECK (parent_id IS NULL OR parent_id <> id)
    ) STRICT;
    CREATE UNIQUE INDEX one_root_group ON user_group (tenant_id) WHERE parent_id IS NULL;
    CREATE INDEX groups_below ON user_group (parent_id);

    CREATE TABLE pool_menu (
      group_id INTEGER NOT NULL REFERENCES user_group (id),
      code TEXT NOT NULL,
      PRIMARY KEY (group_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pool_product (
      group_id INTEGER NOT NULL REFERENCES user_group (id),
      code TEXT NOT NULL,
      PRIMARY KEY (group_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pool_account (
      group_id INTEGER NOT NULL REFERENCES user_group (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      PRIMARY KEY (group_id, account_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE operator (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      username TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL CHECK (name <> ''),
      state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'suspended', 'offboarded')),
      is_master INTEGER NOT NULL CHECK (is_master IN (0, 1)),
      home_group_id INTEGER NOT NULL REFERENCES user_group (id),
      valid_from INTEGER,
      valid_until INTEGER,
      mobile_sealed BLOB,
      email_sealed BLOB,
      created_at INTEGER NOT NULL,
      created_by INTEGER REFERENCES operator (id),
      state_reason TEXT,
      offboarded_at INTEGER,
      CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until)
    ) STRICT;
    CREATE UNIQUE INDEX one_master ON operator (tenant_id) WHERE is_master = 1;
    CREATE INDEX operators_of_tenant ON operator (tenant_id, username);
    CREATE INDEX operators_at_home ON operator (home_group_id);

    CREATE TABLE operator_group (
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      group_id INTEGER NOT NULL REFERENCES user_group (id),
      PRIMARY KEY (operator_id, group_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX operators_joined ON operator_group (group_id);
    CREATE TABLE group_administrator (
      group_id INTEGER NOT NULL REFERENCES user_group (id),
      operator_id INTEGER NOT NULL REFERENCES operator (id),
      PRIMARY KEY (group_id, operator_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX groups_administered ON group_administrator (operator_id);

    CREATE TABLE menu_group (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      name TEXT NOT NULL CHECK (name <> ''),
      UNIQUE (tenant_id, name)
    ) STRICT;
    CREATE TABLE menu_group_menu (
      menu_group_id INTEGER NOT NULL REFERENCES menu_group (id),
      code TEXT NOT NULL,
      PRIMARY KEY (menu_group_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE product_group (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      name TEXT NOT NULL CHECK (name <> ''),
      UNIQUE (tenant_id, name)
    ) STRICT;
    CREATE TABLE product_group_product (
      product_group_id INTEGER NOT NULL REFERENCES product_group (id),
      code TEXT NOT NULL,
      PRIMARY KEY (product_group_id, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE role (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      name TEXT NOT NULL CHECK (name <> ''),
      has_every_account INTEGER NOT NULL DEFAULT 0 CHECK (has_every_account IN (0, 1)),
      UNIQUE (tenant_id, name)
    ) STRICT;
    CREATE TABLE role_menu (
      role_id INTEGER NOT NULL REFERENCES role (id),
      code TEXT NOT NULL,
      PRIMARY KEY (role_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_product (
      role_id INTEGER NOT NULL REFERENCES role (id),
      code TEXT NOT NULL,
      PRIMARY KEY (role_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_account (
      role_id INTEGER NOT NULL REFERENCES role (id),
      account_id INTEGER NOT NULL REFERENCES account (id),
      PRIMARY KEY (role_id, account_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role_inclusion (
      role_id INTEGER NOT NULL REFERENCES role (id),
      included_id INTEGER NOT NULL REFERENCES role (id),
      PRIMARY KEY (role_id, included_id),
      CHECK (role_id <> included_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX roles_including ON role_inclusion (included_id);
    """

  /// One table for everything given: to an operator or by a group; a menu, a product, an account,
  /// every account, a menu group, a product group or a role.
  static let holdings: StaticString = """
    CREATE TABLE holding (
      id INTEGER PRIMARY KEY,
      operator_id INTEGER REFERENCES operator (id),
      group_id INTEGER REFERENCES user_group (id),
      menu TEXT,
      product TEXT,
      account_id INTEGER REFERENCES account (id),
      every_account INTEGER CHECK (every_account = 1),
      menu_group_id INTEGER REFERENCES menu_group (id),
      product_group_id INTEGER REFERENCES product_group (id),
      role_id INTEGER REFERENCES role (id),
      valid_from INTEGER,
      valid_until INTEGER,
      CHECK ((operator_id IS NULL) <> (group_id IS NULL)),
      CHECK ((menu IS NOT NULL) + (product IS NOT NULL) + (account_id IS NOT NULL)
        + (every_account IS NOT NULL) + (menu_group_id IS NOT NULL)
        + (product_group_id IS NOT NULL) + (role_id IS NOT NULL) = 1),
      CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until)
    ) STRICT;
    CREATE INDEX holdings_of_operator ON holding (operator_id) WHERE operator_id IS NOT NULL;
    CREATE INDEX holdings_of_group ON holding (group_id) WHERE group_id IS NOT NULL;
    CREATE INDEX holders_of_account ON holding (account_id) WHERE account_id IS NOT NULL;
    CREATE INDEX holders_of_menu_group ON holding (menu_group_id) WHERE menu_group_id IS NOT NULL;
    CREATE INDEX holders_of_product_group ON holding (product_group_id) WHERE product_group_id IS NOT NULL;
    CREATE INDEX holders_of_role ON holding (role_id) WHERE role_id IS NOT NULL;

    CREATE TABLE separation (
      id INTEGER PRIMARY KEY,
      tenant_id INTEGER NOT NULL REFERENCES tenant (id),
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('static', 'dynamic')),
      mode TEXT NOT NULL DEFAULT 'enforce' CHECK (mode IN ('enforce', 'record')),
      role_limit INTEGER NOT NULL CHECK (role_limit >= 2),
      UNIQUE (tenant_id, name)
    ) STRICT;
    CREATE TABLE separation_role (
      separation_id INTEGER NOT NULL REFERENCES separation (id),
      role_id INTEGER NOT NULL REFERENCES role (id),
      PRIMARY KEY (separation_id, role_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX separations_of_role ON separation_role (role_id);
    """
}
