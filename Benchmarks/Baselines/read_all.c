/* Reads the rows that decide, tenant by tenant, with the statements of the program. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const statements[] = {
  "SELECT code, kind, state, approved_at IS NOT NULL, requires_key, revision FROM tenant WHERE id = ?",
  "SELECT code FROM entitled_menu WHERE tenant_id = ?",
  "SELECT code FROM entitled_product WHERE tenant_id = ?",
  "SELECT id, code, state FROM account WHERE tenant_id = ?",
  "SELECT id FROM menu_group WHERE tenant_id = ? ORDER BY id",
  "SELECT m.menu_group_id, m.code FROM menu_group g JOIN menu_group_menu m ON m.menu_group_id = g.id WHERE g.tenant_id = ?",
  "SELECT id FROM product_group WHERE tenant_id = ? ORDER BY id",
  "SELECT p.product_group_id, p.code FROM product_group g JOIN product_group_product p ON p.product_group_id = g.id WHERE g.tenant_id = ?",
  "SELECT id, has_every_account FROM role WHERE tenant_id = ? ORDER BY id",
  "SELECT m.role_id, m.code FROM role r JOIN role_menu m ON m.role_id = r.id WHERE r.tenant_id = ?",
  "SELECT p.role_id, p.code FROM role r JOIN role_product p ON p.role_id = r.id WHERE r.tenant_id = ?",
  "SELECT a.role_id, a.account_id FROM role r JOIN role_account a ON a.role_id = r.id WHERE r.tenant_id = ?",
  "SELECT i.role_id, i.included_id FROM role r JOIN role_inclusion i ON i.role_id = r.id WHERE r.tenant_id = ?",
  "SELECT id, parent_id, pool_is_everything, pool_has_every_account FROM user_group WHERE tenant_id = ? ORDER BY id",
  "SELECT p.group_id, p.code FROM user_group g JOIN pool_menu p ON p.group_id = g.id WHERE g.tenant_id = ?",
  "SELECT p.group_id, p.code FROM user_group g JOIN pool_product p ON p.group_id = g.id WHERE g.tenant_id = ?",
  "SELECT p.group_id, p.account_id FROM user_group g JOIN pool_account p ON p.group_id = g.id WHERE g.tenant_id = ?",
  "SELECT o.id, o.username, o.home_group_id, o.state, o.is_master, o.valid_from, o.valid_until, login.locked_until, coalesce(login.is_disabled, 0), EXISTS (SELECT 1 FROM first_login_step s WHERE s.operator_id = o.id AND s.step = 'login-password'), EXISTS (SELECT 1 FROM credential p WHERE p.operator_id = o.id AND p.factor = 'payment') FROM operator o LEFT JOIN credential login ON login.operator_id = o.id AND login.factor = 'login' WHERE o.tenant_id = ? ORDER BY o.id",
  "SELECT j.operator_id, j.group_id FROM operator o JOIN operator_group j ON j.operator_id = o.id WHERE o.tenant_id = ?",
  "SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id, h.product_group_id, h.role_id, h.valid_from, h.valid_until, h.operator_id FROM operator o JOIN holding h ON h.operator_id = o.id WHERE o.tenant_id = ?",
  "SELECT h.menu, h.product, h.account_id, h.every_account, h.menu_group_id, h.product_group_id, h.role_id, h.valid_from, h.valid_until, h.group_id FROM user_group g JOIN holding h ON h.group_id = g.id WHERE g.tenant_id = ?",
};
enum { COUNT = sizeof statements / sizeof *statements };

int main(int argc, char **argv) {
  struct timespec from, to;
  sqlite3 *db;
  sqlite3_stmt *compiled[COUNT];
  long long rows = 0, bytes = 0;
  clock_gettime(CLOCK_MONOTONIC, &from);
  if (argc < 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, 0)) return 1;
  for (int i = 0; i < COUNT; i++)
    if (sqlite3_prepare_v2(db, statements[i], -1, &compiled[i], 0)) return 1;
  sqlite3_stmt *tenants;
  sqlite3_prepare_v2(db, "SELECT id FROM tenant WHERE kind = 'member'", -1, &tenants, 0);
  while (sqlite3_step(tenants) == SQLITE_ROW) {
    sqlite3_int64 tenant = sqlite3_column_int64(tenants, 0);
    sqlite3_exec(db, "BEGIN", 0, 0, 0);
    for (int i = 0; i < COUNT; i++) {
      sqlite3_bind_int64(compiled[i], 1, tenant);
      int columns = sqlite3_column_count(compiled[i]);
      while (sqlite3_step(compiled[i]) == SQLITE_ROW) {
        rows++;
        for (int c = 0; c < columns; c++) {
          switch (sqlite3_column_type(compiled[i], c)) {
          case SQLITE_INTEGER: bytes += sqlite3_column_int64(compiled[i], c) & 7; break;
          case SQLITE_TEXT: bytes += (long long)strlen((const char *)sqlite3_column_text(compiled[i], c)); break;
          }
        }
      }
      sqlite3_reset(compiled[i]);
    }
    sqlite3_exec(db, "COMMIT", 0, 0, 0);
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  fprintf(stderr, "%lld rows, %lld\n", rows, bytes);
  printf("%.4f\n", (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9);
  return 0;
}
