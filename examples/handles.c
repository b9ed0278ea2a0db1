/*
 * The same question many times: names are looked up once, then asked about by handles.
 *
 *   cc examples/handles.c $(pkg-config --cflags --libs iam) -o handles
 *   ./handles iam.db trader-001 trade.listing.view PNG.SH.D1
 *
 * Ends with 0 when all were allowed, 1 when some were denied and 2 when there is no answer.
 */
#include <iam.h>

#include <stdio.h>
#include <string.h>

static int fail(int32_t error) {
  fprintf(stderr, "error: %s\n", iam_error_text(error));
  return 2;
}

int main(int count, char **words) {
  if (count < 4) {
    fprintf(stderr, "usage: %s DATABASE USERNAME MENU [PRODUCT]\n", words[0]);
    return 2;
  }

  iam_checker *checker;
  iam_reader *reader;
  int32_t result = iam_checker_open(words[1], strlen(words[1]), &checker, NULL, 0);
  if (result < 0) return fail(result);
  result = iam_reader_open(checker, &reader, NULL, 0); /* one for each thread */
  if (result < 0) return fail(result);

  iam_handle_request request = {.struct_size = sizeof request};
  result = iam_reader_handle(reader, IAM_OPERATOR, words[2], strlen(words[2]), &request.username);
  if (result == 0)
    result = iam_reader_handle(reader, IAM_MENU, words[3], strlen(words[3]), &request.menu);
  if (result == 0 && count > 4)
    result = iam_reader_handle(reader, IAM_PRODUCT, words[4], strlen(words[4]), &request.product);
  if (result < 0) return fail(result);

  int allowed = 0;
  for (int round = 0; round < 1000; round++) {
    result = iam_reader_check_handles(reader, &request, NULL);
    if (result < 0) return fail(result);
    if (result == IAM_ALLOWED) allowed++;
  }
  printf("%d of 1000 allowed\n", allowed);
  iam_reader_close(reader);
  iam_checker_close(checker);
  return allowed == 1000 ? 0 : 1;
}
