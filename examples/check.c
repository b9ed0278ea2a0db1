/*
 * One question on the command line.
 *
 *   cc examples/check.c $(pkg-config --cflags --libs iam) -o check
 *   ./check iam.db trader-001 trade.listing.create PNG.SH.D1 T000001-GAS-01
 *
 * Ends with 0 when allowed, 1 when denied and 2 when there is no answer.
 */
#include <iam.h>

#include <stdio.h>
#include <string.h>

int main(int count, char **words) {
  if (count < 4) {
    fprintf(stderr, "usage: %s DATABASE USERNAME MENU [PRODUCT|-] [ACCOUNT]\n", words[0]);
    return 2;
  }

  iam_checker *checker;
  char message[256];
  if (iam_checker_open(words[1], strlen(words[1]), &checker, message, sizeof message) < 0) {
    fprintf(stderr, "error: %s\n", message);
    return 2;
  }

  iam_check_request request = {.struct_size = sizeof request};
  request.username = iam_text_of(words[2]);
  request.menu = iam_text_of(words[3]);
  if (count > 4 && strcmp(words[4], "-") != 0) request.product = iam_text_of(words[4]);
  if (count > 5) request.account = iam_text_of(words[5]);

  iam_decision decision = {.struct_size = sizeof decision};
  int32_t result = iam_checker_check(checker, &request, &decision);
  iam_checker_close(checker);

  if (result < 0) {
    fprintf(stderr, "error: %s\n", iam_error_text(result));
    return 2;
  }
  if (result != IAM_ALLOWED) {
    printf("denied: %s, revision %lld\n", iam_reason_text(decision.reason),
           (long long)decision.revision);
    return 1;
  }
  printf("allowed: scope %s, revision %lld\n", iam_scope_text(decision.scope),
         (long long)decision.revision);
  return 0;
}
