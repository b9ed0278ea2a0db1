#ifndef IAM_CCRYPTO_SHIM_H
#define IAM_CCRYPTO_SHIM_H
/* The one-shot and EVP functions of OpenSSL 3 set the whole library up first, which takes longer
   than a start of this program may; the plain ones are called deprecated for it. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
/* SHA-256 of `count` bytes into 32 bytes of `digest`. Answers 1. */
static inline int iam_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX context;
  return SHA256_Init(&context) && SHA256_Update(&context, bytes, count) &&
         SHA256_Final(digest, &context);
}

#endif
