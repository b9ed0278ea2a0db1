/*
 * What handles and sessions mean, while other processes change what they name.
 *
 *   handles DATABASE SESSION SCRIPT
 *
 * SESSION is a file with a session token. SCRIPT is a program: `offboard`, `logout` and `restore`
 * make the database what it is to be next.
 */
#include <iam.h>

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "expect.h"

static iam_checker *checker;
static iam_reader *reader;
static const char *script;

static void run(const char *word) {
  pid_t child = fork();
  EXPECT(child >= 0);
  if (child == 0) {
    execl(script, script, word, (char *)NULL);
    _exit(9);
  }
  int status;
  EXPECT(waitpid(child, &status, 0) == child && status == 0);
}

static iam_handle kept(int32_t kind, const char *word) {
  iam_handle handle, again;
  EXPECT(iam_reader_handle(reader, kind, word, strlen(word), &handle) == 0 && handle != 0);
  EXPECT(iam_reader_handle(reader, kind, word, strlen(word), &again) == 0 && again == handle);
  return handle;
}

static int32_t reason_after;

static int32_t ask(iam_handle_request request) {
  iam_decision decision = {.struct_size = sizeof decision};
  request.struct_size = sizeof request;
  int32_t result = iam_reader_check_handles(reader, &request, &decision);
  EXPECT(decision.allowed == (result == IAM_ALLOWED));
  reason_after = decision.reason;
  return result;
}

static int denied(iam_handle_request request, int32_t reason) {
  return ask(request) == IAM_DENIED && reason_after == reason;
}

static void handles_mean_their_words(void) {
  iam_handle_request good = {.username = kept(IAM_OPERATOR, "sanxia-gas"),
                             .menu = kept(IAM_MENU, "trade.contracts"),
                             .account = kept(IAM_ACCOUNT, "T000001-GAS-01")};
  EXPECT(ask(good) == IAM_ALLOWED);
  iam_handle_request asked = good;
  asked.account = 0;
  EXPECT(denied(asked, IAM_REASON_ACCOUNT_REQUIRED));
  asked.account = kept(IAM_ACCOUNT, "T000001-GAS-99");
  EXPECT(denied(asked, IAM_REASON_ACCOUNT_UNKNOWN));
  asked = good;
  asked.tenant = kept(IAM_TENANT, "M000001");
  EXPECT(ask(asked) == IAM_ALLOWED);
  asked.tenant = kept(IAM_TENANT, "EX");
  EXPECT(denied(asked, IAM_REASON_OPERATOR_UNKNOWN));
  asked.tenant = kept(IAM_TENANT, "M000009");
  EXPECT(denied(asked, IAM_REASON_OPERATOR_UNKNOWN));
  asked = good;
  asked.menu = kept(IAM_MENU, "no.such");
  EXPECT(denied(asked, IAM_REASON_MENU_UNKNOWN));
  asked.menu = kept(IAM_MENU, "trade.listing.view");
  asked.product = kept(IAM_PRODUCT, "LNG");
  EXPECT(denied(asked, IAM_REASON_OUTSIDE_ENTITLEMENT));
  asked.product = kept(IAM_PRODUCT, "PNG.SH.D1");
  EXPECT(ask(asked) == IAM_ALLOWED);
  asked = good;
  asked.flags = IAM_AT_INSTANT;
  asked.instant_ms = 1;
  EXPECT(ask(asked) == IAM_ALLOWED);
  asked.flags = IAM_ROLES_CHOSEN;
  EXPECT(ask(asked) == IAM_ERROR_ARGUMENT);
  asked = good;
  asked.minimum_revision = INT64_MAX;
  EXPECT(ask(asked) == IAM_ERROR_REVISION);
}

static void other_numbers_are_refused(void) {
  iam_handle_request good = {.username = kept(IAM_OPERATOR, "sanxia-gas"),
                             .menu = kept(IAM_MENU, "trade.contracts"),
                             .account = kept(IAM_ACCOUNT, "T000001-GAS-01")};
  iam_reader *own = reader;
  iam_reader *other;
  EXPECT(iam_reader_open(checker, &other, NULL, 0) == 0);
  reader = other;
  EXPECT(ask(good) == IAM_ERROR_HANDLE);
  reader = own;
  iam_reader_close(other);
  for (int bit = 0; bit < 64; bit++) {
    iam_handle_request asked = good;
    asked.username ^= 1ull << bit;
    EXPECT(ask(asked) != IAM_ALLOWED);
  }
  iam_handle_request asked = good;
  asked.username = good.menu;
  EXPECT(ask(asked) == IAM_ERROR_HANDLE);
  asked = good;
  asked.product = good.account;
  EXPECT(ask(asked) == IAM_ERROR_HANDLE);
  asked = good;
  asked.menu = 0;
  EXPECT(ask(asked) == IAM_ERROR_ARGUMENT);
  iam_handle handle;
  EXPECT(iam_reader_handle(reader, 0, "x", 1, &handle) == IAM_ERROR_ARGUMENT && handle == 0);
  EXPECT(iam_reader_handle(reader, 6, "x", 1, &handle) == IAM_ERROR_ARGUMENT && handle == 0);
  EXPECT(iam_reader_handle(reader, IAM_MENU, NULL, 0, &handle) == IAM_ERROR_ARGUMENT);
  EXPECT(iam_reader_handle(reader, IAM_MENU, "x", 1, NULL) == IAM_ERROR_ARGUMENT);
  EXPECT(iam_reader_handle(reader, IAM_MENU, "\xff", 1, &handle) == IAM_ERROR_ENCODING);
  EXPECT(iam_reader_handle(reader, IAM_MENU, "x", IAM_TEXT_MAX + 1, &handle) == IAM_ERROR_TOO_LONG);
}

static iam_check_request contracts(const char *token) {
  iam_check_request request = {.struct_size = sizeof request};
  request.session = iam_text_of(token);
  request.menu = iam_text_of("trade.contracts");
  request.account = iam_text_of("T000001-GAS-01");
  return request;
}

static void a_session_says_who_asks(const char *token) {
  iam_check_request request = contracts(token);
  EXPECT(iam_reader_check(reader, &request, NULL) == IAM_ALLOWED);
  EXPECT(iam_checker_check(checker, &request, NULL) == IAM_ALLOWED);
  request.tenant = iam_text_of("M000001");
  EXPECT(iam_reader_check(reader, &request, NULL) == IAM_ALLOWED);
  request.tenant = iam_text_of("EX");
  EXPECT(iam_reader_check(reader, &request, NULL) == IAM_DENIED);
  request = contracts(token);
  request.username = iam_text_of("sanxia-gas");
  EXPECT(iam_reader_check(reader, &request, NULL) == IAM_ERROR_ARGUMENT);
  for (uint32_t flag = 1; flag <= IAM_ROLES_CHOSEN; flag *= 2) {
    request = contracts(token);
    request.flags = flag;
    EXPECT(iam_reader_check(reader, &request, NULL) == IAM_ERROR_ARGUMENT);
  }
  iam_decision decision = {.struct_size = sizeof decision};
  request = contracts("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  EXPECT(iam_reader_check(reader, &request, &decision) == IAM_ERROR_SESSION);
  EXPECT(decision.allowed == 0);
  request = contracts("no token");
  EXPECT(iam_reader_check(reader, &request, NULL) == IAM_ERROR_SESSION);
}

/* A program of before the session was there hands in a structure that ends before it. */
static void an_old_request_is_answered(void) {
  iam_check_request *old = malloc(120);
  EXPECT(old != NULL);
  iam_check_request request = contracts(NULL);
  request.struct_size = 120;
  request.username = iam_text_of("sanxia-gas");
  memcpy(old, &request, 120);
  EXPECT(iam_reader_check(reader, old, NULL) == IAM_ALLOWED);
  for (uint32_t size = 0; size < sizeof request; size++) {
    memcpy(old, &size, sizeof size);
    if (size != 120) EXPECT(iam_reader_check(reader, old, NULL) == IAM_ERROR_STRUCT_SIZE);
  }
  free(old);
}

int main(int count, char **arguments) {
  EXPECT(count == 4);
  script = arguments[3];
  EXPECT(iam_checker_open(arguments[1], strlen(arguments[1]), &checker, NULL, 0) == 0);
  EXPECT(iam_reader_open(checker, &reader, NULL, 0) == 0);
  handles_mean_their_words();
  other_numbers_are_refused();
  an_old_request_is_answered();
  char token[64] = {0};
  FILE *file = fopen(arguments[2], "r");
  EXPECT(file != NULL && fgets(token, sizeof token, file) != NULL);
  fclose(file);
  token[strcspn(token, "\r\n")] = 0;
  a_session_says_who_asks(token);
  iam_check_request held = contracts(token);
  run("logout");
  EXPECT(iam_reader_check(reader, &held, NULL) == IAM_ERROR_SESSION);
  iam_handle_request clerk = {.username = kept(IAM_OPERATOR, "clerk-001"),
                              .menu = kept(IAM_MENU, "trade.contracts"),
                              .account = kept(IAM_ACCOUNT, "T000001-GAS-01")};
  EXPECT(denied(clerk, IAM_REASON_OPERATOR_UNKNOWN));
  run("backup");
  run("hire");
  EXPECT(denied(clerk, IAM_REASON_FIRST_LOGIN_INCOMPLETE));
  run("offboard");
  EXPECT(denied(clerk, IAM_REASON_OPERATOR_OFFBOARDED));
  run("restore");
  EXPECT(denied(clerk, IAM_REASON_OPERATOR_UNKNOWN));
  handles_mean_their_words();
  iam_reader_close(reader);
  iam_checker_close(checker);
  return 0;
}
