/*
 * iam.h: may this operator do this, on that, now? The permission engine for services in any language.
 *
 *   iam_checker *checker;
 *   char message[256];
 *   if (iam_checker_open(path, strlen(path), &checker, message, sizeof message) < 0) ...
 *
 *   iam_check_request request = {.struct_size = sizeof request};
 *   request.username = iam_text_of("trader-001");
 *   request.menu = iam_text_of("trade.listing.create");
 *   iam_decision decision = {.struct_size = sizeof decision};
 *   if (iam_checker_check(checker, &request, &decision) == IAM_ALLOWED) ...
 *
 * Results. Every function that can fail answers a negative IAM_ERROR_... code. A check answers
 * IAM_ALLOWED, IAM_DENIED or such a code: compare with IAM_ALLOWED, because in an `if` a negative
 * number is true. Whatever is not IAM_ALLOWED is a no.
 *
 * Text. A pointer and a length in bytes, UTF-8, without a terminator. It is only read during the
 * call. The constant texts that functions return end with a NUL and live for ever.
 *
 * Handles. A reader keeps a word under a number, so that asking about the same operators and actions
 * again and again looks nothing up. A handle stands for the word, not for what the word named when it
 * was kept: after a change, an offboarding, or a database put in place of another, the answer is
 * the one that the words would get. It is of use to its own reader until that is closed; any other
 * number is refused with IAM_ERROR_HANDLE and never answered for.
 *
 * Structures. `struct_size` is the first field and is set by the caller to sizeof the structure.
 * Later versions append fields; a field that is zero has the meaning it had before it existed. A
 * library that is older than the program refuses what it does not know unless it is zero.
 *
 * Threads. A checker may be used by any number of threads at once. A reader belongs to one thread
 * at a time; handing it on is fine, two calls at once answer IAM_ERROR_READER_IN_USE. Nothing may
 * be in use while it is closed.
 *
 * Processes. A handle works in the process that opened it. A process that was forked while a handle
 * was open can use none: what it opens, and what it inherited, answers IAM_ERROR_FORKED, and closing
 * does nothing there. So fork before the first handle is opened, or exec in the child.
 *
 * Files. Leave the database and the files beside it (-wal, -shm, .rev, .lock) alone while a program
 * uses them: closing one of them that you opened yourself, or a second copy of SQLite, drops the
 * locks of this process, and shortening the .rev or -shm file ends it. Exchange a database with
 * `iamctl backup restore`.
 *
 * Freshness. No answer comes from a policy older than the last commit that finished, in any
 * process of the machine, before the call began.
 */
#ifndef IAM_H
#define IAM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised by a change that programs have to be compiled anew for; part of the soname. */
#define IAM_ABI_VERSION 1

/* The bounds of what may be passed in, each included. */
#define IAM_TEXT_MAX 1024           /* bytes of a word */
#define IAM_PATH_MAX 4096           /* bytes of a path */
#define IAM_ROLES_MAX 256           /* active roles */
#define IAM_STRUCT_MAX 4096         /* bytes of a structure */
#define IAM_HANDLES_MAX 1048576     /* words of a kind that a reader keeps */
#define IAM_INSTANT_MAX 253402300799999 /* the last millisecond of the year 9999 */

/* The two answers of a check. */
enum { IAM_DENIED = 0, IAM_ALLOWED = 1 };

/* Why there is no answer. The numbers never change; new ones may come. */
enum {
  IAM_ERROR_ARGUMENT = -1,         /* NULL, a number or a flag where it cannot be */
  IAM_ERROR_STRUCT_SIZE = -2,      /* a structure of another version than this library knows */
  IAM_ERROR_TOO_LONG = -3,         /* more bytes or roles than the bounds above */
  IAM_ERROR_ENCODING = -4,         /* text that is not UTF-8 */
  IAM_ERROR_STORE_MISSING = -5,    /* there is no database at the path */
  IAM_ERROR_STORE_UNSUITABLE = -6, /* not a database of this version that is safe to read */
  IAM_ERROR_STORE_BUSY = -7,       /* held by another process for too long; worth a retry */
  IAM_ERROR_STORE_FAILED = -8,     /* damaged, or the disk or memory failed */
  IAM_ERROR_REVISION = -9,         /* minimum_revision is not reached in this database */
  IAM_ERROR_READER_IN_USE = -10,   /* another thread is inside this reader */
  IAM_ERROR_FORKED = -11,          /* this process was forked while a handle was open */
  IAM_ERROR_INTERNAL = -12,        /* none of the above: a mistake in the library */
  IAM_ERROR_SESSION = -13,         /* the session is unknown or has ended: log in again */
  IAM_ERROR_HANDLE = -14           /* not a handle of this reader and of the kind needed */
};

/* Why a check is denied, in the order in which it is looked at. The numbers never change; new ones
 * may come: treat one you do not know as any other denial. */
enum {
  IAM_REASON_NONE = 0, /* allowed; or nothing was decided because of an error */
  IAM_REASON_OPERATOR_UNKNOWN = 1,
  IAM_REASON_OPERATOR_PENDING = 2,
  IAM_REASON_OPERATOR_SUSPENDED = 3,
  IAM_REASON_OPERATOR_LOCKED = 4,
  IAM_REASON_OPERATOR_OFFBOARDED = 5,
  IAM_REASON_OPERATOR_EXPIRED = 6,
  IAM_REASON_MENU_UNKNOWN = 7,
  IAM_REASON_PRODUCT_UNKNOWN = 8,
  IAM_REASON_ACCOUNT_UNKNOWN = 9,
  IAM_REASON_PRODUCT_REQUIRED = 10,
  IAM_REASON_ACCOUNT_REQUIRED = 11,
  IAM_REASON_TENANT_NOT_APPROVED = 12,
  IAM_REASON_TENANT_UNDER_REVIEW = 13,
  IAM_REASON_TENANT_SUSPENDED = 14,
  IAM_REASON_TENANT_CLOSED = 15,
  IAM_REASON_FIRST_LOGIN_INCOMPLETE = 16,
  IAM_REASON_OUTSIDE_ENTITLEMENT = 17,
  IAM_REASON_OUTSIDE_POOL = 18,
  IAM_REASON_MENU_NOT_GRANTED = 19,
  IAM_REASON_PRODUCT_NOT_GRANTED = 20,
  IAM_REASON_ACCOUNT_NOT_GRANTED = 21,
  IAM_REASON_GRANT_EXPIRED = 22,
  IAM_REASON_ACCOUNT_FROZEN = 23,
  IAM_REASON_ACCOUNT_CLOSED = 24,
  IAM_REASON_OUTSIDE_HOURS = 25,
  IAM_REASON_KEY_REQUIRED = 26,              /* cured by proving a key in the session */
  IAM_REASON_PAYMENT_PASSWORD_NOT_SET = 27,
  IAM_REASON_PAYMENT_PASSWORD_REQUIRED = 28, /* cured by proving the payment password */
  IAM_REASON_STORE_UNAVAILABLE = 29          /* the store could not be asked: comes with an error */
};

/* Whose records an allowed action shows. */
enum {
  IAM_SCOPE_NONE = 0,    /* none: denied */
  IAM_SCOPE_OWN = 1,     /* only those of the operator */
  IAM_SCOPE_ACCOUNT = 2, /* those of the account named */
  IAM_SCOPE_TENANT = 3   /* those of the whole tenant */
};

/* What a request says besides its words. Other bits are refused. */
enum {
  IAM_PAYMENT_VERIFIED = 1, /* the session proved the payment password */
  IAM_KEY_VERIFIED = 2,     /* the session proved a key */
  IAM_AT_INSTANT = 4,       /* `instant_ms` is given; else it is now */
  IAM_ROLES_CHOSEN = 8      /* `active_roles` is given, perhaps empty; else all roles are active */
};

/* What a word that is kept under a handle names. */
enum {
  IAM_OPERATOR = 1, /* a username */
  IAM_MENU = 2,
  IAM_PRODUCT = 3,
  IAM_ACCOUNT = 4,
  IAM_TENANT = 5 /* a tenant's code */
};

typedef struct iam_checker iam_checker;
typedef struct iam_reader iam_reader;

/* A word: UTF-8, at most IAM_TEXT_MAX bytes. {NULL, 0} is no word; a pointer with length 0 is an
 * empty word, which names nothing. NULL with another length is refused. */
typedef struct iam_text {
  const char *bytes;
  size_t length;
} iam_text;

/* A word that a reader keeps. 0 is no word. */
typedef uint64_t iam_handle;

/* One question. Words that name nothing are no error: they are denied with the reason that says
 * which one is unknown.
 *
 * With a session, the operator, what the session has proved and its active roles are read from the
 * store, at the instant of the call: `username`, `flags` and `active_roles` stay zero. */
typedef struct iam_check_request {
  uint32_t struct_size;         /* sizeof(iam_check_request) */
  uint32_t flags;               /* IAM_PAYMENT_VERIFIED ... */
  iam_text username;            /* the operator; needed unless there is a session */
  iam_text menu;                /* the action, a leaf such as trade.listing.create; needed */
  iam_text product;             /* PNG.SH.D1, `PNG SH D1` and PNG-SH-D1 are the same */
  iam_text account;             /* the trading account */
  iam_text tenant;              /* the tenant's code, within which it is asked: an operator of another
                                   tenant is unknown */
  const iam_text *active_roles; /* with IAM_ROLES_CHOSEN: names; one that names nothing adds nothing */
  size_t active_role_count;     /* at most IAM_ROLES_MAX; 0 without IAM_ROLES_CHOSEN */
  int64_t instant_ms;           /* with IAM_AT_INSTANT: milliseconds since 1970 UTC, from 0 to
                                   IAM_INSTANT_MAX; 0 without it */
  int64_t minimum_revision;     /* answer only from this revision of the operator's tenant on, or a
                                   later one; 0 for any. An unknown operator has no tenant: denied */
  iam_text session;             /* the token of a login; a structure that ends before this field
                                   (120 bytes) is fine */
} iam_check_request;

/* One question by handles of one reader. */
typedef struct iam_handle_request {
  uint32_t struct_size; /* sizeof(iam_handle_request) */
  uint32_t flags;       /* as in iam_check_request, but IAM_ROLES_CHOSEN */
  iam_handle username;  /* needed */
  iam_handle menu;      /* needed */
  iam_handle product;
  iam_handle account;
  iam_handle tenant;
  int64_t instant_ms;       /* as in iam_check_request */
  int64_t minimum_revision; /* as in iam_check_request */
} iam_handle_request;

/* The answer. Written whatever the result, except when it is NULL or its size is refused; after an
 * error it is a denial. */
typedef struct iam_decision {
  uint32_t struct_size; /* sizeof(iam_decision), set by the caller and left as it is */
  int32_t allowed;      /* 1 or 0 */
  int32_t reason;       /* IAM_REASON_... */
  int32_t scope;        /* IAM_SCOPE_... */
  int64_t revision;     /* of the operator's tenant, that this was decided on; 0 where unknown */
} iam_decision;

/* A text that ends with a NUL, as a word; NULL is no word. */
static inline iam_text iam_text_of(const char *text) {
  iam_text word;
  word.bytes = text;
  word.length = text ? strlen(text) : 0;
  return word;
}

/* The IAM_ABI_VERSION that the library was built with. */
uint32_t iam_abi_version(void);

/*
 * Opens a database for questions. It is never changed through this library.
 *
 * path, path_length: the file, 1 to IAM_PATH_MAX bytes of UTF-8 without NUL.
 * checker: receives the handle, or NULL after an error; not NULL.
 * message, capacity: receives one line of English about an error, cut to fit and ended with a NUL;
 *   empty after success. May be NULL or 0.
 * Answers 0 or an error.
 */
int32_t iam_checker_open(const char *path, size_t path_length, iam_checker **checker,
                         char *message, size_t capacity);

/* Answers one question, from any thread. `decision` may be NULL. */
int32_t iam_checker_check(const iam_checker *checker, const iam_check_request *request,
                          iam_decision *decision);

/* Gives a checker back. NULL is fine. Its readers stay open. */
void iam_checker_close(iam_checker *checker);

/*
 * Opens a reader: a connection of its own, so that threads that ask at the same time do not share
 * one. The other parameters are those of iam_checker_open.
 */
int32_t iam_reader_open(const iam_checker *checker, iam_reader **reader, char *message,
                        size_t capacity);

/* Answers one question, from one thread at a time. `decision` may be NULL. */
int32_t iam_reader_check(iam_reader *reader, const iam_check_request *request,
                         iam_decision *decision);

/*
 * Keeps a word. The same word of the same kind has the same handle, also one that names nothing:
 * whether it does is decided when it is asked about. From one thread at a time.
 *
 * kind: IAM_OPERATOR ...
 * word, length: UTF-8, at most IAM_TEXT_MAX bytes.
 * handle: receives the handle, or 0 after an error; not NULL.
 * Answers 0 or an error; IAM_ERROR_TOO_LONG also when IAM_HANDLES_MAX words are kept.
 */
int32_t iam_reader_handle(iam_reader *reader, int32_t kind, const char *word, size_t length,
                          iam_handle *handle);

/* Answers one question by handles, from one thread at a time. `decision` may be NULL. */
int32_t iam_reader_check_handles(iam_reader *reader, const iam_handle_request *request,
                                 iam_decision *decision);

/* Gives a reader and its handles back. NULL is fine. */
void iam_reader_close(iam_reader *reader);

/* The stable code of a reason (`menu-not-granted`), for logs and interfaces; `none` for
 * IAM_REASON_NONE; NULL for a number that is no reason. */
const char *iam_reason_text(int32_t reason);

/* `none`, `own`, `account` or `tenant`; NULL for a number that is no scope. */
const char *iam_scope_text(int32_t scope);

/* One line of English about an IAM_ERROR_... code; NULL for a number that is none. */
const char *iam_error_text(int32_t error);

#ifdef __cplusplus
}
#endif

#endif
