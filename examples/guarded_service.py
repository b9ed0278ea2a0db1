"""A small trading service whose three routes are guarded by the permission engine.

    python3 examples/guarded_service.py iam.db 8080

    curl -H 'X-Operator: trader-001' 'localhost:8080/listings?product=PNG.SH.D1'
    curl -H 'X-Operator: trader-001' 'localhost:8080/contracts?account=T000001-GAS-01'
    curl -H 'X-Operator: trader-001' -H 'X-Payment-Verified: yes' -X POST \
         'localhost:8080/listings?product=PNG.SH.D1&account=T000001-GAS-01'

    curl -H "Authorization: Bearer $(cat session)" 'localhost:8080/listings?product=PNG.SH.D1'

Who asks is said by the token of a login: the store knows whose session it is and what it has
proved. Or it comes, with what was proved, from a gateway that logs people in and writes both
headers itself; the service listens on this machine alone, so nobody else can set them.

A denial is 403 with the reason, a session that has ended 401, no answer 503, and all do nothing:
what is not allowed is not done.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import iam

ROUTES = {
    ("GET", "/listings"): "trade.listing.view",
    ("POST", "/listings"): "trade.listing.create",
    ("GET", "/contracts"): "trade.contracts",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.guard("GET")

    def do_POST(self) -> None:
        self.guard("POST")

    def guard(self, method: str) -> None:
        address = urlsplit(self.path)
        menu = ROUTES.get((method, address.path))
        if menu is None:
            return self.answer(404, {"error": "not-found"})
        operator = self.headers.get("X-Operator")
        session = (self.headers.get("Authorization") or "").removeprefix("Bearer ") or None
        if (operator is None) == (session is None):
            return self.answer(401, {"error": "not-logged-in"})
        words = {name: values[-1] for name, values in parse_qs(address.query).items()}
        try:
            decision = self.server.checker.check(
                operator,
                menu,
                words.get("product"),
                words.get("account"),
                session=session,
                payment_verified=session is None
                and self.headers.get("X-Payment-Verified") == "yes",
            )
        except iam.IAMError as error:
            if error.code == iam.SESSION_ENDED:
                return self.answer(401, {"error": "not-logged-in"})
            self.log_error("no answer: %s", error)
            return self.answer(503, {"error": "no-answer"})
        if not decision.allowed:
            return self.answer(403, {"error": "denied", "reason": decision.reason})
        self.answer(200, {"done": menu, "scope": decision.scope, "revision": decision.revision})

    def answer(self, status: int, body: dict) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main(words: list) -> int:
    if len(words) != 2:
        print("usage: guarded_service.py DATABASE PORT", file=sys.stderr)
        return 2
    server = ThreadingHTTPServer(("127.0.0.1", int(words[1])), Handler)
    server.checker = iam.Checker(words[0])
    print(f"listening on port {server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
