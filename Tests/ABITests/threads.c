/*
 * Four threads ask at once, over one checker and over readers; every answer is the right one.
 *
 *   threads DATABASE ROUNDS
 */
#include <iam.h>

#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "expect.h"

#define THREADS 4

static const char *path;
static iam_checker *checker;
static iam_reader *shared;
static long rounds;

static iam_check_request contracts(const char *account) {
  iam_check_request request = {.struct_size = sizeof request};
  request.username = iam_text_of("sanxia-gas");
  request.menu = iam_text_of("trade.contracts");
  request.account = iam_text_of(account);
  return request;
}

static void expect_right_answers(iam_reader *reader) {
  iam_check_request good = contracts("T000001-GAS-01");
  iam_check_request bad = contracts("T000001-GAS-99");
  iam_decision decision = {.struct_size = sizeof decision};
  if (reader) {
    EXPECT(iam_reader_check(reader, &good, &decision) == IAM_ALLOWED);
    EXPECT(decision.scope == IAM_SCOPE_ACCOUNT && decision.revision > 0);
    EXPECT(iam_reader_check(reader, &bad, &decision) == IAM_DENIED);
  } else {
    EXPECT(iam_checker_check(checker, &good, &decision) == IAM_ALLOWED);
    EXPECT(decision.scope == IAM_SCOPE_ACCOUNT && decision.revision > 0);
    EXPECT(iam_checker_check(checker, &bad, &decision) == IAM_DENIED);
  }
  EXPECT(decision.reason == IAM_REASON_ACCOUNT_UNKNOWN);
}

static void *ask(void *nothing) {
  iam_reader *reader;
  EXPECT(iam_reader_open(checker, &reader, NULL, 0) == 0);
  iam_check_request good = contracts("T000001-GAS-01");
  for (long round = 0; round < rounds; round++) {
    expect_right_answers(reader);
    expect_right_answers(NULL);
    int32_t result = iam_reader_check(shared, &good, NULL);
    EXPECT(result == IAM_ALLOWED || result == IAM_ERROR_READER_IN_USE);
  }
  iam_reader_close(reader);
  return nothing;
}

static void await_child(pid_t child) {
  int status;
  EXPECT(waitpid(child, &status, 0) == child && status == 0);
}

/* What a child does with the handles of its parent harms neither, and it opens none of its own: the
 * locks of its parent are not its own, though SQLite believes so. */
static void expect_refusal_after_fork(void) {
  pid_t child = fork();
  EXPECT(child >= 0);
  if (child == 0) {
    iam_checker *own;
    char message[64];
    iam_check_request good = contracts("T000001-GAS-01");
    iam_decision decision = {.struct_size = sizeof decision};
    iam_reader *reader;
    EXPECT(iam_checker_check(checker, &good, &decision) == IAM_ERROR_FORKED);
    EXPECT(decision.allowed == 0);
    EXPECT(iam_reader_check(shared, &good, NULL) == IAM_ERROR_FORKED);
    EXPECT(iam_reader_open(checker, &reader, NULL, 0) == IAM_ERROR_FORKED && reader == NULL);
    EXPECT(iam_checker_open(path, strlen(path), &own, message, sizeof message) == IAM_ERROR_FORKED);
    EXPECT(own == NULL && strstr(message, "fork") != NULL);
    iam_reader_close(shared);
    iam_checker_close(checker);
    EXPECT(iam_checker_open(path, strlen(path), &own, NULL, 0) == IAM_ERROR_FORKED);
    _exit(0);
  }
  await_child(child);
}

/* A child that was forked while no handle was open works like any process. */
static void expect_work_after_fork(void) {
  pid_t child = fork();
  EXPECT(child >= 0);
  if (child == 0) {
    EXPECT(iam_checker_open(path, strlen(path), &checker, NULL, 0) == 0);
    expect_right_answers(NULL);
    iam_checker_close(checker);
    _exit(0);
  }
  await_child(child);
}

int main(int count, char **arguments) {
  EXPECT(count == 3);
  rounds = strtol(arguments[2], NULL, 10);
  path = arguments[1];
  expect_work_after_fork();
  iam_checker *refused;
  EXPECT(iam_checker_open("", 0, &refused, NULL, 0) < 0 && refused == NULL);
  EXPECT(iam_checker_open(path, strlen(path), &checker, NULL, 0) == 0);
  EXPECT(iam_reader_open(checker, &shared, NULL, 0) == 0);
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) EXPECT(pthread_create(&threads[i], NULL, ask, NULL) == 0);
  for (int i = 0; i < THREADS; i++) EXPECT(pthread_join(threads[i], NULL) == 0);
  expect_refusal_after_fork();
  expect_right_answers(shared);
  iam_reader_close(shared);
  expect_right_answers(NULL);
  iam_checker_close(checker);
  expect_work_after_fork();
  return 0;
}
