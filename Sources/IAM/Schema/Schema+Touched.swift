extension Schema {
  /// Who and what a transaction has touched, noted by the tables themselves, so that no operation
  /// can change a permission behind the gate's back. Empty outside a transaction.
  ///
  /// Rows that are nothing but keys are inserted and deleted, never updated. `login` notes somebody
  /// who was given a one-time password, which nobody but others ever sets.
  static let touched: StaticString = """
    CREATE TABLE touched (
      kind TEXT NOT NULL CHECK (kind IN ('operator', 'group', 'menu-group', 'product-group',
        'role', 'tenant', 'separation', 'login')),
      id INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER operator_insert_touches AFTER INSERT
      ON operator BEGIN INSERT INTO touched VALUES ('operator', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER operator_delete_touches AFTER DELETE
      ON operator BEGIN INSERT INTO touched VALUES ('operator', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER operator_update_touches AFTER UPDATE
      OF state, is_master, home_group_id, valid_from,
      valid_until
      ON operator BEGIN INSERT INTO touched VALUES ('operator', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER operator_group_insert_touches AFTER INSERT ON operator_group
      BEGIN INSERT INTO touched VALUES ('operator', NEW.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER operator_group_delete_touches AFTER DELETE ON operator_group
      BEGIN INSERT INTO touched VALUES ('operator', OLD.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER group_administrator_insert_touches AFTER INSERT ON group_administrator
      BEGIN INSERT INTO touched VALUES ('group', NEW.group_id) ON CONFLICT DO NOTHING;
        INSERT INTO touched VALUES ('operator', NEW.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER group_administrator_delete_touches AFTER DELETE ON group_administrator
      BEGIN INSERT INTO touched VALUES ('group', OLD.group_id) ON CONFLICT DO NOTHING;
        INSERT INTO touched VALUES ('operator', OLD.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER credential_insert_touches AFTER INSERT ON credential WHEN NEW.is_one_time = 1
      BEGIN INSERT INTO touched VALUES ('login', NEW.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER credential_update_touches AFTER UPDATE OF is_one_time ON credential
      WHEN NEW.is_one_time = 1
      BEGIN INSERT INTO touched VALUES ('login', NEW.operator_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER user_group_insert_touches AFTER INSERT
      ON user_group BEGIN INSERT INTO touched VALUES ('group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER user_group_delete_touches AFTER DELETE
      ON user_group BEGIN INSERT INTO touched VALUES ('group', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER user_group_update_touches AFTER UPDATE
      OF name, parent_id, pool_is_everything, pool_has_every_account
      ON user_group BEGIN INSERT INTO touched VALUES ('group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_menu_insert_touches AFTER INSERT ON pool_menu
      BEGIN INSERT INTO touched VALUES ('group', NEW.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_menu_delete_touches AFTER DELETE ON pool_menu
      BEGIN INSERT INTO touched VALUES ('group', OLD.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_product_insert_touches AFTER INSERT ON pool_product
      BEGIN INSERT INTO touched VALUES ('group', NEW.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_product_delete_touches AFTER DELETE ON pool_product
      BEGIN INSERT INTO touched VALUES ('group', OLD.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_account_insert_touches AFTER INSERT ON pool_account
      BEGIN INSERT INTO touched VALUES ('group', NEW.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER pool_account_delete_touches AFTER DELETE ON pool_account
      BEGIN INSERT INTO touched VALUES ('group', OLD.group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER menu_group_insert_touches AFTER INSERT ON menu_group
      BEGIN INSERT INTO touched VALUES ('menu-group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER menu_group_delete_touches AFTER DELETE ON menu_group
      BEGIN INSERT INTO touched VALUES ('menu-group', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER menu_group_update_touches AFTER UPDATE OF name ON menu_group
      BEGIN INSERT INTO touched VALUES ('menu-group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER menu_group_menu_insert_touches AFTER INSERT ON menu_group_menu
      BEGIN INSERT INTO touched VALUES ('menu-group', NEW.menu_group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER menu_group_menu_delete_touches AFTER DELETE ON menu_group_menu
      BEGIN INSERT INTO touched VALUES ('menu-group', OLD.menu_group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER product_group_insert_touches AFTER INSERT ON product_group
      BEGIN INSERT INTO touched VALUES ('product-group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER product_group_delete_touches AFTER DELETE ON product_group
      BEGIN INSERT INTO touched VALUES ('product-group', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER product_group_update_touches AFTER UPDATE OF name ON product_group
      BEGIN INSERT INTO touched VALUES ('product-group', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER product_group_product_insert_touches AFTER INSERT ON product_group_product
      BEGIN INSERT INTO touched VALUES ('product-group', NEW.product_group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER product_group_product_delete_touches AFTER DELETE ON product_group_product
      BEGIN INSERT INTO touched VALUES ('product-group', OLD.product_group_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_insert_touches AFTER INSERT ON role
      BEGIN INSERT INTO touched VALUES ('role', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_delete_touches AFTER DELETE ON role
      BEGIN INSERT INTO touched VALUES ('role', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_update_touches AFTER UPDATE OF name, has_every_account ON role
      BEGIN INSERT INTO touched VALUES ('role', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_menu_insert_touches AFTER INSERT ON role_menu
      BEGIN INSERT INTO touched VALUES ('role', NEW.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_menu_delete_touches AFTER DELETE ON role_menu
      BEGIN INSERT INTO touched VALUES ('role', OLD.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_product_insert_touches AFTER INSERT ON role_product
      BEGIN INSERT INTO touched VALUES ('role', NEW.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_product_delete_touches AFTER DELETE ON role_product
      BEGIN INSERT INTO touched VALUES ('role', OLD.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_account_insert_touches AFTER INSERT ON role_account
      BEGIN INSERT INTO touched VALUES ('role', NEW.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_account_delete_touches AFTER DELETE ON role_account
      BEGIN INSERT INTO touched VALUES ('role', OLD.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_inclusion_insert_touches AFTER INSERT ON role_inclusion
      BEGIN INSERT INTO touched VALUES ('role', NEW.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER role_inclusion_delete_touches AFTER DELETE ON role_inclusion
      BEGIN INSERT INTO touched VALUES ('role', OLD.role_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER entitled_menu_insert_touches AFTER INSERT ON entitled_menu
      BEGIN INSERT INTO touched VALUES ('tenant', NEW.tenant_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER entitled_menu_delete_touches AFTER DELETE ON entitled_menu
      BEGIN INSERT INTO touched VALUES ('tenant', OLD.tenant_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER entitled_product_insert_touches AFTER INSERT ON entitled_product
      BEGIN INSERT INTO touched VALUES ('tenant', NEW.tenant_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER entitled_product_delete_touches AFTER DELETE ON entitled_product
      BEGIN INSERT INTO touched VALUES ('tenant', OLD.tenant_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER separation_insert_touches AFTER INSERT ON separation
      BEGIN INSERT INTO touched VALUES ('separation', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER separation_delete_touches AFTER DELETE ON separation
      BEGIN INSERT INTO touched VALUES ('separation', OLD.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER separation_update_touches AFTER UPDATE OF kind, mode, role_limit ON separation
      BEGIN INSERT INTO touched VALUES ('separation', NEW.id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER separation_role_insert_touches AFTER INSERT ON separation_role
      BEGIN INSERT INTO touched VALUES ('separation', NEW.separation_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER separation_role_delete_touches AFTER DELETE ON separation_role
      BEGIN INSERT INTO touched VALUES ('separation', OLD.separation_id)
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER holding_insert_touches AFTER INSERT ON holding
      BEGIN INSERT INTO touched
        SELECT CASE WHEN NEW.operator_id IS NULL THEN 'group' ELSE 'operator' END,
          coalesce(NEW.operator_id, NEW.group_id)
        WHERE 1
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER holding_delete_touches AFTER DELETE ON holding
      BEGIN INSERT INTO touched
        SELECT CASE WHEN OLD.operator_id IS NULL THEN 'group' ELSE 'operator' END,
          coalesce(OLD.operator_id, OLD.group_id)
        WHERE 1
        ON CONFLICT DO NOTHING; END;
    CREATE TRIGGER holding_update_touches AFTER UPDATE ON holding
      BEGIN INSERT INTO touched
        SELECT CASE WHEN NEW.operator_id IS NULL THEN 'group' ELSE 'operator' END,
          coalesce(NEW.operator_id, NEW.group_id)
        WHERE 1
        ON CONFLICT DO NOTHING; END;
    """
}
