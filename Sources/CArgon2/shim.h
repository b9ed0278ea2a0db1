#ifndef IAM_CARGON2_SHIM_H
#define IAM_CARGON2_SHIM_H
#include <argon2.h>
#endif
