/* The numbers and layouts that programs are compiled with stay what they are. */
#include <iam.h>

#include <stddef.h>
#include <string.h>

#include "expect.h"

static const char *const reasons[] = {
    "none", "operator-unknown", "operator-pending", "operator-suspended", "operator-locked",
    "operator-offboarded", "operator-expired", "menu-unknown", "product-unknown",
    "account-unknown", "product-required", "account-required", "tenant-not-approved",
    "tenant-under-review", "tenant-suspended", "tenant-closed", "first-login-incomplete",
    "outside-entitlement", "outside-pool", "menu-not-granted", "product-not-granted",
    "account-not-granted", "grant-expired", "account-frozen", "account-closed", "outside-hours",
    "key-required", "payment-password-not-set", "payment-password-required", "store-unavailable",
};

static const char *const scopes[] = {"none", "own", "account", "tenant"};

static void texts_are_those_of_their_numbers(void) {
  int32_t reason_count = (int32_t)(sizeof reasons / sizeof *reasons);
  EXPECT(reason_count == IAM_REASON_STORE_UNAVAILABLE + 1);
  for (int32_t reason = 0; reason < reason_count; reason++)
    EXPECT(strcmp(iam_reason_text(reason), reasons[reason]) == 0);
  EXPECT(iam_reason_text(reason_count) == NULL);
  for (int32_t scope = 0; scope < 4; scope++)
    EXPECT(strcmp(iam_scope_text(scope), scopes[scope]) == 0);
  EXPECT(iam_scope_text(4) == NULL);
  for (int32_t error = IAM_ERROR_HANDLE; error < 0; error++)
    EXPECT(iam_error_text(error) != NULL && strlen(iam_error_text(error)) > 10);
  EXPECT(iam_error_text(0) == NULL);
  EXPECT(iam_error_text(IAM_ERROR_HANDLE - 1) == NULL);
  EXPECT(iam_reason_text(-1) == NULL);
  EXPECT(iam_reason_text(INT32_MIN) == NULL && iam_reason_text(INT32_MAX) == NULL);
  EXPECT(iam_scope_text(INT32_MIN) == NULL && iam_error_text(INT32_MIN) == NULL);
}

static void layouts_stay(void) {
  if (sizeof(void *) != 8) return;
  EXPECT(sizeof(iam_text) == 16);
  EXPECT(sizeof(iam_check_request) == 136);
  EXPECT(offsetof(iam_check_request, session) == 120);
  EXPECT(sizeof(iam_handle_request) == 64);
  EXPECT(offsetof(iam_handle_request, username) == 8);
  EXPECT(offsetof(iam_handle_request, minimum_revision) == 56);
  EXPECT(offsetof(iam_check_request, username) == 8);
  EXPECT(offsetof(iam_check_request, tenant) == 72);
  EXPECT(offsetof(iam_check_request, minimum_revision) == 112);
  EXPECT(sizeof(iam_decision) == 24);
  EXPECT(offsetof(iam_decision, revision) == 16);
}

int main(void) {
  EXPECT(iam_abi_version() == IAM_ABI_VERSION);
  texts_are_those_of_their_numbers();
  layouts_stay();
  return 0;
}
