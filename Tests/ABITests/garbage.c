/*
 * No input stops the program, reads or writes out of bounds, or turns into a yes.
 *
 *   garbage DATABASE ROUNDS SEED
 */
#include <iam.h>

#include <string.h>

#include "expect.h"

#define GUARD 64

static uint64_t state;
static long allowed_count, denied_count, refused_count;

static uint64_t below(uint64_t bound) { return next_number(&state) % bound; }

static const char *const words[] = {
    "sanxia-gas", "exch-admin-1", "trade.contracts", "trade.listing.create", "PNG", "PNG SH D1",
    "T000001-GAS-01", "*", ".", "..", "-", "a.", "trade..view", "默认用户组", "\xc0\xaf",
    "\xed\xa0\x80", "\xff", "exchange.members.approve", "PNG.SH.D1.X.Y.Z.A.B.C", "e\xcc\x81",
};

/* Buffers that live until the round ends. Each is exactly as long as it says, so that tools which
 * watch memory see any read beyond. */
static char *kept[2048];
static size_t kept_count;

static char *keep(size_t length) {
  char *bytes = malloc(length ? length : 1);
  EXPECT(bytes != NULL && kept_count < sizeof kept / sizeof *kept);
  kept[kept_count++] = bytes;
  return bytes;
}

static void forget(void) {
  while (kept_count > 0) free(kept[--kept_count]);
}

static size_t impossible_length(void) {
  static const size_t lengths[] = {IAM_PATH_MAX + 1, 1u << 31, SIZE_MAX / 2, SIZE_MAX / 2 + 1,
                                   SIZE_MAX - 1, SIZE_MAX};
  return lengths[below(sizeof lengths / sizeof *lengths)];
}

static iam_text some_text(void) {
  iam_text text = {NULL, 0};
  switch (below(10)) {
    case 0: return text;
    case 1: text.length = below(3) ? 1 : impossible_length(); return text;
    case 2: text.bytes = keep(1); text.length = impossible_length(); return text;
    case 3:
      text.length = below(IAM_TEXT_MAX + 2);
      text.bytes = keep(text.length);
      for (size_t i = 0; i < text.length; i++) ((char *)text.bytes)[i] = (char)below(256);
      return text;
    case 4:
      text.length = below(IAM_TEXT_MAX + 2);
      text.bytes = keep(text.length);
      memset((char *)text.bytes, (int)("a.*-\0 "[below(6)]), text.length);
      return text;
    default: {
      const char *word = words[below(sizeof words / sizeof *words)];
      text.length = strlen(word);
      text.bytes = memcpy(keep(text.length), word, text.length);
      return text;
    }
  }
}

static iam_handle kept_handles[64];

/* Mostly a handle that was given out, else any number at all. */
static iam_handle some_handle(void) {
  iam_handle handle = kept_handles[below(64)];
  switch (below(8)) {
    case 0: return 0;
    case 1: return next_number(&state);
    case 2: return handle ^ (1ull << below(64));
    case 3: return below(1u << 20);
    default: return handle;
  }
}

static uint32_t some_size(size_t right) {
  switch (below(8)) {
    case 0: return 0;
    case 1: return (uint32_t)below(right);
    case 2: return (uint32_t)next_number(&state) | IAM_STRUCT_MAX;
    default: return (uint32_t)(right + (below(3) ? 0 : below(64)));
  }
}

static int64_t some_number(void) {
  switch (below(5)) {
    case 0: return (int64_t)next_number(&state);
    case 1: return INT64_MIN;
    case 2: return IAM_INSTANT_MAX;
    case 3: return 1;
    default: return 0;
  }
}

static void make_wild(iam_check_request *request) {
  request->flags = below(12) ? (uint32_t)below(16) : (uint32_t)next_number(&state);
  request->product = some_text();
  if (below(4) == 0) request->tenant = some_text();
  request->active_role_count = below(4) ? 0 : below(2) ? below(5) : impossible_length();
  if (request->active_role_count > 0 && request->active_role_count < 5 && below(4)) {
    iam_text *roles = (iam_text *)keep(request->active_role_count * sizeof(iam_text));
    for (size_t i = 0; i < request->active_role_count; i++) roles[i] = some_text();
    request->active_roles = roles;
  }
  request->instant_ms = some_number();
  request->minimum_revision = below(3) ? 0 : some_number();
  if (below(6) == 0) {
    request->session = some_text();
    if (below(2)) request->username = (iam_text){NULL, 0};
  }
}

/* A request in memory that is as long as it says, where that is possible. */
static const iam_check_request *some_request(void) {
  if (below(30) == 0) return NULL;
  iam_check_request request = {.struct_size = some_size(sizeof request)};
  if (below(8) == 0) request.struct_size = 120; /* as it was before it had a session */
  size_t size = request.struct_size;
  if (size < sizeof request || size > IAM_STRUCT_MAX) size = sizeof request;
  int is_wild = below(2) == 0;
  request.username = below(4) ? iam_text_of("sanxia-gas") : some_text();
  request.menu = below(4) ? iam_text_of("trade.contracts") : some_text();
  request.account = below(4) ? iam_text_of("T000001-GAS-01") : some_text();
  if (is_wild) make_wild(&request);
  /* One byte off, to be at no alignment. */
  char *bytes = keep(size + 1) + below(2);
  memset(bytes, below(4) ? 0 : 1, size);
  return memcpy(bytes, &request, sizeof request);
}

static void judge(int32_t result, const iam_decision *decision, const char *room, uint32_t size,
                  int is_good);

static void check_with_garbage(const iam_checker *checker, iam_reader *reader) {
  char room[IAM_STRUCT_MAX + 2 * GUARD];
  memset(room, 0x5A, sizeof room);
  iam_decision *decision = (iam_decision *)(room + GUARD + below(2));
  uint32_t size = some_size(sizeof *decision);
  memcpy(decision, &size, sizeof size);
  int is_good = size >= sizeof *decision && size <= IAM_STRUCT_MAX;
  if (below(20) == 0) decision = NULL;
  int32_t result;
  if (below(2))
    result = iam_checker_check(below(20) ? checker : NULL, some_request(), decision);
  else
    result = iam_reader_check(below(20) ? reader : NULL, some_request(), decision);
  judge(result, decision, room, size, is_good);
}

static const iam_handle_request *some_handle_request(void) {
  if (below(30) == 0) return NULL;
  iam_handle_request request = {.struct_size = some_size(sizeof request)};
  size_t size = request.struct_size;
  if (size < sizeof request || size > IAM_STRUCT_MAX) size = sizeof request;
  request.flags = below(4) ? 0 : below(12) ? (uint32_t)below(16) : (uint32_t)next_number(&state);
  request.username = below(3) ? kept_handles[0] : some_handle();
  request.menu = below(3) ? kept_handles[1] : some_handle();
  request.account = below(3) ? kept_handles[2] : some_handle();
  if (below(3) == 0) request.product = some_handle();
  if (below(3) == 0) request.tenant = some_handle();
  if (below(6) == 0) request.instant_ms = some_number();
  if (below(6) == 0) request.minimum_revision = some_number();
  char *bytes = keep(size + 1) + below(2);
  memset(bytes, below(4) ? 0 : 1, size);
  return memcpy(bytes, &request, sizeof request);
}

static void check_handles_with_garbage(iam_reader *reader) {
  char room[IAM_STRUCT_MAX + 2 * GUARD];
  memset(room, 0x5A, sizeof room);
  iam_decision *decision = (iam_decision *)(room + GUARD + below(2));
  uint32_t size = some_size(sizeof *decision);
  memcpy(decision, &size, sizeof size);
  int is_good = size >= sizeof *decision && size <= IAM_STRUCT_MAX;
  if (below(20) == 0) decision = NULL;
  int32_t result =
      iam_reader_check_handles(below(20) ? reader : NULL, some_handle_request(), decision);
  judge(result, decision, room, size, is_good);
}

static void keep_garbage(iam_reader *reader) {
  iam_text word = some_text();
  iam_handle handle = 7;
  int32_t kind = below(3) ? (int32_t)below(7) : (int32_t)next_number(&state);
  int has_place = below(20) != 0;
  int32_t result = iam_reader_handle(below(20) ? reader : NULL, kind, word.bytes, word.length,
                                     has_place ? &handle : NULL);
  EXPECT(result <= 0 && result >= IAM_ERROR_HANDLE);
  EXPECT(!has_place || (handle != 0) == (result == 0));
  if (result == 0) kept_handles[3 + below(61)] = handle;
}

static void judge(int32_t result, const iam_decision *decision, const char *room, uint32_t size,
                  int is_good) {
  EXPECT(result <= IAM_ALLOWED && result >= IAM_ERROR_HANDLE);
  if (result == IAM_ALLOWED) allowed_count++;
  else if (result == IAM_DENIED) denied_count++;
  else refused_count++;
  if (!decision) return;
  if (!is_good) {
    EXPECT(result == IAM_ERROR_STRUCT_SIZE);
    EXPECT(((unsigned char *)decision)[sizeof size] == 0x5A);
    return;
  }
  iam_decision answer;
  memcpy(&answer, decision, sizeof answer);
  EXPECT(answer.struct_size == size);
  EXPECT(answer.allowed == (result == IAM_ALLOWED));
  EXPECT((answer.scope == IAM_SCOPE_NONE) == (result != IAM_ALLOWED));
  EXPECT(result != IAM_ALLOWED || answer.reason == IAM_REASON_NONE);
  EXPECT(result != IAM_DENIED || answer.reason != IAM_REASON_NONE);
  EXPECT(result != IAM_DENIED || iam_reason_text(answer.reason) != NULL);
  EXPECT(room[GUARD - 1] == 0x5A && ((unsigned char *)decision)[size] == 0x5A);
}

static void open_with_garbage(void) {
  char message[24];
  memset(message, 0x5A, sizeof message);
  size_t capacity = below(16);
  iam_checker *checker = (iam_checker *)1;
  iam_text path = some_text();
  int32_t result = iam_checker_open(path.bytes, path.length, below(10) ? &checker : NULL,
                                    below(10) ? message : NULL, capacity);
  EXPECT(result < 0);
  EXPECT(checker == NULL || checker == (iam_checker *)1);
  EXPECT(message[capacity] == 0x5A);
  EXPECT(capacity == 0 || message[0] == 0x5A || memchr(message, 0, capacity) != NULL);
  iam_reader *reader = (iam_reader *)1;
  EXPECT(iam_reader_open(NULL, &reader, message, SIZE_MAX) == IAM_ERROR_ARGUMENT);
  EXPECT(reader == NULL);
  EXPECT(iam_reader_open(NULL, NULL, NULL, 0) == IAM_ERROR_ARGUMENT);
  iam_checker_close(NULL);
  iam_reader_close(NULL);
}

int main(int count, char **arguments) {
  EXPECT(count == 4);
  iam_checker *checker;
  iam_reader *reader;
  EXPECT(iam_checker_open(arguments[1], strlen(arguments[1]), &checker, NULL, 0) == 0);
  EXPECT(iam_reader_open(checker, &reader, NULL, 0) == 0);
  EXPECT(iam_reader_handle(reader, IAM_OPERATOR, "sanxia-gas", 10, &kept_handles[0]) == 0);
  EXPECT(iam_reader_handle(reader, IAM_MENU, "trade.contracts", 15, &kept_handles[1]) == 0);
  EXPECT(iam_reader_handle(reader, IAM_ACCOUNT, "T000001-GAS-01", 14, &kept_handles[2]) == 0);
  state = strtoull(arguments[3], NULL, 10);
  for (long round = strtol(arguments[2], NULL, 10); round > 0; round--) {
    switch (below(8)) {
      case 0: open_with_garbage(); break;
      case 1: keep_garbage(reader); break;
      case 2: case 3: check_handles_with_garbage(reader); break;
      default: check_with_garbage(checker, reader);
    }
    forget();
  }
  iam_checker_close(checker);
  iam_reader_close(reader);
  /* Else the rounds would show nothing. */
  EXPECT(allowed_count > 0 && denied_count > 0 && refused_count > 0);
  printf("abi: %ld allowed, %ld denied, %ld refused\n", allowed_count, denied_count, refused_count);
  return 0;
}
