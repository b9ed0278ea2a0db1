/* What Swift cannot import from sqlite3.h: a variadic function and a cast macro. */
#ifndef IAM_CSQLITE_SHIM_H
#define IAM_CSQLITE_SHIM_H

#include <sqlite3.h>

/* sqlite3_db_config is variadic; this is its boolean form. Answers the result code. */
static inline int iam_sqlite3_db_config_bool(
    sqlite3 *connection, int option, int enable, int *outcome) {
  return sqlite3_db_config(connection, option, enable, outcome);
}

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. */
static inline int iam_sqlite3_bind_text_copy(
    sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int iam_sqlite3_bind_blob_copy(
    sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

#endif
