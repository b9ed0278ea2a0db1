/* Counts allocations of the thread that asks. Loaded before everything else. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Thread_local intptr_t count;

intptr_t iam_allocation_count(void) { return count; }

void *malloc(size_t size) { count++; return __libc_malloc(size); }
void *calloc(size_t n, size_t size) { count++; return __libc_calloc(n, size); }
void *realloc(void *old, size_t size) { count++; return __libc_realloc(old, size); }
void *aligned_alloc(size_t a, size_t size) { count++; return __libc_memalign(a, size); }
int posix_memalign(void **out, size_t a, size_t size) {
  count++;
  *out = __libc_memalign(a, size);
  return *out == NULL ? 12 : 0;
}
