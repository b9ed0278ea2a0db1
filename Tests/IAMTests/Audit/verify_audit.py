#!/usr/bin/env python3
"""Verifies an audit trail by docs/audit-format.md, with nothing but the standard library.

    verify_audit.py EXPORT [CHECKPOINT PUBLIC_KEY [PROOF]]

Prints the number of rows and the root, and exits with 0 when all is well, else with 1 and the reason.
"""
import base64
import hashlib
import json
import sys


def fail(reason):
    print(reason)
    sys.exit(1)


def sha(data):
    return hashlib.sha256(data).digest()


def quote(text):
    out = ['"']
    for character in text:
        code = ord(character)
        if character in '"\\':
            out.append("\\" + character)
        elif character in "\n\r\t":
            out.append({"\n": "\\n", "\r": "\\r", "\t": "\\t"}[character])
        elif code < 0x20 or 0x7F <= code <= 0x9F:
            out.append("\\u%04x" % code)
        else:
            out.append(character)
    return "".join(out) + '"'


def canonical(fields):
    def one(value):
        if value is None:
            return "null"
        return quote(value) if isinstance(value, str) else str(value)

    return ("[" + ",".join(one(field) for field in fields) + "]").encode()


class Tree:
    """Complete subtrees at the right edge, as (size, root), largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        count, node = 1, leaf
        while self.peaks and self.peaks[-1][0] == count:
            count, node = count * 2, sha(b"\x01" + self.peaks.pop()[1] + node)
        self.peaks.append((count, node))
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha(b"")
        node = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            node = sha(b"\x01" + left + node)
        return node


# Ed25519, after the reference code of RFC 8032 section 6.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    p, q = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = q - p, d - c, d + c, q + p
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def point_multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = point_add(result, point)
        point, scalar = point_add(point, point), scalar >> 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        return None
    return x if x & 1 == sign else P - x


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def is_signed(public, message, signature):
    key, commitment = decompress(public), decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or scalar >= ORDER or len(signature) != 64:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    left = point_multiply(scalar, BASE)
    right = point_add(commitment, point_multiply(int.from_bytes(digest, "little") % ORDER, key))
    return not ((left[0] * right[2] - right[0] * left[2]) % P
                or (left[1] * right[2] - right[1] * left[2]) % P)


def read_checkpoint(path, key_path):
    name, identifier, encoded = open(key_path, encoding="utf-8").read().strip().split("+", 2)
    key = base64.b64decode(encoded, validate=True)
    if sha(name.encode() + b"\n" + key)[:4].hex() != identifier or key[0] != 1:
        fail("the public key does not fit its id")
    text = open(path, encoding="utf-8", newline="").read()
    body, signatures = text.rsplit("\n\n", 1)
    body += "\n"
    for line in signatures.splitlines():
        dash, signer, value = line.split(" ")
        value = base64.b64decode(value, validate=True)
        if (dash, signer, value[:4].hex()) == ("—", name, identifier):
            if is_signed(key[1:], body.encode(), value[4:]):
                origin, size, root = body.splitlines()[:3]
                return int(size), base64.b64decode(root, validate=True)
    fail("the checkpoint was not signed by this key")


def verify_proof(path, size, root):
    proof = json.load(open(path, encoding="utf-8"))
    row, last = proof["seq"], proof["size"] - 1
    node = sha(b"\x00" + proof["row"].encode())
    if (proof["size"], proof["root"]) != (size, root.hex()) or node.hex() != proof["leaf"]:
        fail("the proof is of another tree or row")
    for sibling in map(bytes.fromhex, proof["siblings"]):
        if row & 1 or row == last:
            node = sha(b"\x01" + sibling + node)
            while not row & 1 and row:
                row, last = row >> 1, last >> 1
        else:
            node = sha(b"\x01" + node + sibling)
        row, last = row >> 1, last >> 1
    if last or node != root:
        fail("the proof does not lead to the root")


def main(export, checkpoint=None, key=None, proof=None):
    noted = read_checkpoint(checkpoint, key) if checkpoint else None
    tree = Tree()
    root_then = tree.root() if noted and noted[0] == 0 else None
    with open(export, "rb") as lines:
        for line in lines:
            line = line.rstrip(b"\n")
            fields = json.loads(line)
            if len(fields) != 13 or canonical(fields) != line:
                fail("line %d is not canonical" % tree.size)
            if fields[0] != tree.size:
                fail("row %d stands where row %d must" % (fields[0], tree.size))
            tree.add(sha(b"\x00" + line))
            if noted and tree.size == noted[0]:
                root_then = tree.root()
    if noted and tree.size < noted[0]:
        fail("fewer rows than the checkpoint says")
    if noted and root_then != noted[1]:
        fail("the rows are not those of the checkpoint")
    if proof:
        verify_proof(proof, *noted)
    print(tree.size, tree.root().hex())


main(*sys.argv[1:])
