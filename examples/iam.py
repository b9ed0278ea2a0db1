"""The functions of iam.h for Python: the standard library's ctypes and nothing else."""

import ctypes
import os
from ctypes import POINTER, Structure, byref, c_char_p, c_int32, c_int64, c_size_t, c_uint32, sizeof
from dataclasses import dataclass
from typing import Optional, Sequence

SESSION_ENDED = -13
PAYMENT_VERIFIED, KEY_VERIFIED, AT_INSTANT, ROLES_CHOSEN = 1, 2, 4, 8


class Text(Structure):
    _fields_ = [("bytes", c_char_p), ("length", c_size_t)]

    @classmethod
    def of(cls, text: Optional[str]) -> "Text":
        data = None if text is None else text.encode()
        return cls(data, 0 if data is None else len(data))


class Request(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("flags", c_uint32),
        ("username", Text),
        ("menu", Text),
        ("product", Text),
        ("account", Text),
        ("tenant", Text),
        ("active_roles", POINTER(Text)),
        ("active_role_count", c_size_t),
        ("instant_ms", c_int64),
        ("minimum_revision", c_int64),
        ("session", Text),
    ]


class Answer(Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("allowed", c_int32),
        ("reason", c_int32),
        ("scope", c_int32),
        ("revision", c_int64),
    ]


class IAMError(Exception):
    """There is no answer: not a denial, but nothing may be done either."""

    def __init__(self, code: int, message: str):
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Decision:
    allowed: bool
    reason: str
    scope: str
    revision: int


class Checker:
    """An open database; may be shared by threads, not by processes."""

    def __init__(self, path: str, library: Optional[str] = None):
        self._library = _load(library or os.environ.get("IAM_LIBRARY", "libiam.so.1"))
        self._handle = ctypes.c_void_p()
        message = ctypes.create_string_buffer(256)
        data = os.fsencode(path)
        code = self._library.iam_checker_open(
            data, len(data), byref(self._handle), message, len(message)
        )
        if code < 0:
            raise IAMError(code, message.value.decode())

    def check(
        self,
        username: Optional[str],
        menu: str,
        product: Optional[str] = None,
        account: Optional[str] = None,
        *,
        session: Optional[str] = None,
        tenant: Optional[str] = None,
        payment_verified: bool = False,
        key_verified: bool = False,
        roles: Optional[Sequence[str]] = None,
        at_ms: Optional[int] = None,
        minimum_revision: int = 0,
    ) -> Decision:
        """Either `username`, whom the caller has authenticated, or `session`, a login's token."""
        words = (Text * len(roles or ()))(*(Text.of(role) for role in roles or ()))
        request = Request(
            struct_size=sizeof(Request),
            flags=PAYMENT_VERIFIED * payment_verified
            | KEY_VERIFIED * key_verified
            | AT_INSTANT * (at_ms is not None)
            | ROLES_CHOSEN * (roles is not None),
            username=Text.of(username),
            menu=Text.of(menu),
            product=Text.of(product),
            account=Text.of(account),
            tenant=Text.of(tenant),
            active_roles=words,
            active_role_count=len(words),
            instant_ms=at_ms or 0,
            minimum_revision=minimum_revision,
            session=Text.of(session),
        )
        answer = Answer(struct_size=sizeof(Answer))
        code = self._library.iam_checker_check(self._handle, byref(request), byref(answer))
        if code < 0:
            raise IAMError(code, self._library.iam_error_text(code).decode())
        return Decision(
            allowed=code == 1,
            reason=self._library.iam_reason_text(answer.reason).decode(),
            scope=self._library.iam_scope_text(answer.scope).decode(),
            revision=answer.revision,
        )

    def close(self) -> None:
        self._library.iam_checker_close(self._handle)
        self._handle = ctypes.c_void_p()


def _load(path: str) -> ctypes.CDLL:
    library = ctypes.CDLL(path)
    library.iam_checker_open.argtypes = [
        c_char_p, c_size_t, POINTER(ctypes.c_void_p), c_char_p, c_size_t,
    ]
    library.iam_checker_check.argtypes = [ctypes.c_void_p, POINTER(Request), POINTER(Answer)]
    library.iam_checker_close.argtypes = [ctypes.c_void_p]
    library.iam_checker_close.restype = None
    for function in (library.iam_reason_text, library.iam_scope_text, library.iam_error_text):
        function.argtypes, function.restype = [c_int32], c_char_p
    if library.iam_abi_version() != 1:
        raise OSError(f"{path} has another interface than this program knows")
    return library
