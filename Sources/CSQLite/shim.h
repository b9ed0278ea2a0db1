/* What Swift cannot import: variadic functions, casts and macros. */
#ifndef IAM_CSQLITE_SHIM_H
#define IAM_CSQLITE_SHIM_H

#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

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

/* The extended result codes are expressions, which Swift does not import. */
static const int iam_sqlite_abort_rollback = SQLITE_ABORT_ROLLBACK;
static const int iam_sqlite_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int iam_sqlite_constraint_row_id = SQLITE_CONSTRAINT_ROWID;
static const int iam_sqlite_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;

/* open is variadic. The mode counts only when the file is made. */
static inline int iam_open(const char *path, int flags, mode_t mode) {
  return open(path, flags, mode);
}

/* A word that other processes see too: reads and writes are ordered and never torn. */
static inline uint64_t iam_word_load(const volatile uint64_t *word) {
  return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}

static inline void iam_word_store(volatile uint64_t *word, uint64_t value) {
  __atomic_store_n(word, value, __ATOMIC_SEQ_CST);
}

/* A number that moves on every few milliseconds and costs a few nanoseconds to read: the kernel keeps
 * it in memory. The counter of the processor costs three times as much. */
static inline int64_t iam_coarse_clock(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

#endif
