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

  /// What a checker must notice although it is no administration: the revision of a tenant rises with
  /// every change of its state, its accounts, and of what its operators' credentials let them do; the
  /// counter `catalogue` rises with every change of the trees.
  static let noticed: StaticString = """
    CREATE TRIGGER menu_insert_is_noticed AFTER INSERT ON menu
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER menu_update_is_noticed AFTER UPDATE ON menu
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER menu_delete_is_noticed AFTER DELETE ON menu
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER product_insert_is_noticed AFTER INSERT ON product
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER product_update_is_noticed AFTER UPDATE ON product
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER product_delete_is_noticed AFTER DELETE ON product
      BEGIN INSERT INTO counter VALUES ('catalogue', 1)
        ON CONFLICT (name) DO UPDATE SET value = value + 1; END;
    CREATE TRIGGER tenant_update_is_noticed AFTER UPDATE
      OF state, approved_at, requires_key ON tenant
      BEGIN UPDATE tenant SET revision = revision + 1 WHERE id = NEW.id; END;
    CREATE TRIGGER account_insert_is_noticed AFTER INSERT ON account
      BEGIN UPDATE tenant SET revision = revision + 1 WHERE id = NEW.tenant_id; END;
    CREATE TRIGGER account_update_is_noticed AFTER UPDATE OF state ON account
      BEGIN UPDATE tenant SET revision = revision + 1 WHERE id = NEW.tenant_id; END;
    CREATE TRIGGER credential_insert_is_noticed AFTER INSERT ON credential
      BEGIN UPDATE tenant SET revision = revision + 1
        WHERE id = (SELECT tenant_id FROM operator WHERE id = NEW.operator_id); END;
    CREATE TRIGGER credential_delete_is_noticed AFTER DELETE ON credential
      BEGIN UPDATE tenant SET revision = revision + 1
        WHERE id = (SELECT tenant_id FROM operator WHERE id = OLD.operator_id); END;
    CREATE TRIGGER credential_update_is_noticed AFTER UPDATE OF locked_until, is_disabled
      ON credential
      WHEN NEW.locked_until IS NOT OLD.locked_until OR NEW.is_disabled <> OLD.is_disabled
      BEGIN UPDATE tenant SET revision = revision + 1
        WHERE id = (SELECT tenant_id FROM operator WHERE id = NEW.operator_id); END;
    CREATE TRIGGER first_login_step_insert_is_noticed AFTER INSERT ON first_login_step
      BEGIN UPDATE tenant SET revision = revision + 1
        WHERE id = (SELECT tenant_id FROM operator WHERE id = NEW.operator_id); END;
    CREATE TRIGGER first_login_step_delete_is_noticed AFTER DELETE ON first_login_step
      BEGIN UPDATE tenant SET revision = revision + 1
        WHERE id = (SELECT tenant_id FROM operator WHERE id = OLD.operator_id); END;
    """
}
