"""The Python example and the guarded service, against a store that another process changes.

Wants IAM_LIBRARY, IAMCTL and STORE (a folder made by `store`) in the environment.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import unittest
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples"))
import iam  # noqa: E402

STORE = pathlib.Path(os.environ["STORE"])
DATABASE = str(STORE / "iam.db")
ACCOUNT = "T000001-GAS-01"


def iamctl(person: str, *words: str) -> None:
    environment = {**os.environ, "IAMCTL_DB": DATABASE, "IAMCTL_SESSION": str(STORE / person)}
    subprocess.run(
        [os.environ["IAMCTL"], *words], env=environment, check=True, stdout=subprocess.DEVNULL
    )


class CheckerTests(unittest.TestCase):
    def setUp(self):
        self.checker = iam.Checker(DATABASE)
        self.addCleanup(self.checker.close)

    def contracts(self, **facts):
        return self.checker.check("sanxia-gas", "trade.contracts", None, ACCOUNT, **facts)

    def refused(self, code, **facts):
        with self.assertRaises(iam.IAMError) as caught:
            self.contracts(**facts)
        self.assertEqual(caught.exception.code, code)

    def test_scopes_follow_the_menu(self):
        self.assertEqual(self.contracts().scope, "account")
        self.assertEqual(self.checker.check("sanxia-gas", "trade.listing.view", "PNG").scope, "tenant")
        quotes = self.checker.check("sanxia-gas", "trade.bidding.own-quotes", "PNG", ACCOUNT)
        self.assertEqual(quotes.scope, "own")

    def test_denials_say_why(self):
        reasons = {
            ("nobody-01", "trade.contracts", None, ACCOUNT): "operator-unknown",
            ("not a username", "trade.contracts", None, ACCOUNT): "operator-unknown",
            ("", "trade.contracts", None, ACCOUNT): "operator-unknown",
            ("sanxia-gas", "", None, ACCOUNT): "menu-unknown",
            ("sanxia-gas", "trade", None, ACCOUNT): "menu-unknown",
            ("sanxia-gas", "trade.contracts", None, None): "account-required",
            ("sanxia-gas", "trade.contracts", None, ""): "account-unknown",
            ("sanxia-gas", "trade.listing.view", "XYZ", None): "product-unknown",
            ("sanxia-gas", "trade.listing.view", "LNG", None): "outside-entitlement",
            ("sanxia-gas", "trade.listing.create", "PNG", ACCOUNT): "payment-password-not-set",
        }
        for words, reason in reasons.items():
            with self.subTest(words):
                decision = self.checker.check(*words)
                self.assertEqual((decision.allowed, decision.reason), (False, reason))

    def test_a_product_is_read_in_each_spelling(self):
        for product in ("PNG.SH.D1", "PNG SH D1", "PNG-SH-D1"):
            with self.subTest(product):
                self.assertTrue(self.checker.check("sanxia-gas", "trade.listing.view", product).allowed)

    def test_hours_are_those_of_the_instant(self):
        def reason(at_ms):
            return self.checker.check(
                "sanxia-gas", "trade.efp.create", "PNG", ACCOUNT, at_ms=at_ms
            ).reason

        monday = 1_772_409_600_000  # 2026-03-02T00:00:00Z, 08:00 at the exchange
        self.assertEqual(reason(monday), "outside-hours")
        self.assertNotEqual(reason(monday + 2 * 3_600_000), "outside-hours")

    def test_an_operator_of_another_tenant_is_unknown(self):
        self.assertTrue(self.contracts(tenant="M000001").allowed)
        for tenant in ("M000002", "EXCHANGE", "", "none"):
            with self.subTest(tenant):
                self.assertEqual(self.contracts(tenant=tenant).reason, "operator-unknown")

    def test_bounds_are_errors(self):
        self.refused(-1, at_ms=-1)
        self.refused(-1, at_ms=253402300800000)
        self.refused(-1, minimum_revision=-1)
        self.refused(-3, roles=["r"] * 257)
        self.refused(-3, roles=["r" * 1025])
        self.assertTrue(self.contracts(roles=["名" * 64, "no such role", ""]).allowed)
        self.assertTrue(self.contracts(at_ms=253402300799999).reason in ("none", "operator-expired"))

    def test_a_revision_that_is_not_reached_is_an_error(self):
        revision = self.contracts().revision
        self.assertEqual(self.contracts(minimum_revision=revision).revision, revision)
        self.refused(-9, minimum_revision=revision + 1)

    def test_a_change_by_another_process_holds_at_once(self):
        before = self.contracts()
        iamctl("staff", "member", "suspend", "M000001", "--reason", "test")
        decision = self.checker.check("sanxia-gas", "trade.listing.withdraw", "PNG", ACCOUNT)
        self.assertEqual(decision.reason, "tenant-suspended")
        self.assertGreater(decision.revision, before.revision)
        iamctl("staff", "member", "resume", "M000001")
        decision = self.checker.check("sanxia-gas", "trade.listing.withdraw", "PNG", ACCOUNT)
        self.assertTrue(decision.allowed)

    def test_what_is_no_store_is_told_apart(self):
        (STORE / "empty").write_bytes(b"")
        (STORE / "text").write_bytes(b"no database at all, but long enough to be looked at" * 20)
        for path, code in (("missing", -5), ("empty", -6), ("text", -6), (".", -6)):
            with self.subTest(path), self.assertRaises(iam.IAMError) as caught:
                iam.Checker(str(STORE / path))
            self.assertEqual(caught.exception.code, code)
            self.assertGreater(len(str(caught.exception)), 10)

    def test_the_reasons_of_the_library_are_those_of_the_engine(self):
        engine = (ROOT / "Sources/Policy/Decision/Reason.swift").read_text()
        names = set(re.findall(r'case \w+ = "([a-z-]+)"', engine))
        texts = {self.checker._library.iam_reason_text(number) for number in range(1, 200)}
        self.assertEqual({text.decode() for text in texts if text}, names)


class ServiceTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = subprocess.Popen(
            [sys.executable, str(ROOT / "examples/guarded_service.py"), DATABASE, "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        cls.addClassCleanup(cls.stop)
        cls.port = int(cls.process.stdout.readline().split()[-1])

    @classmethod
    def stop(cls):
        cls.process.terminate()
        cls.process.wait()
        cls.process.stdout.close()

    def ask(self, method, address, operator="sanxia-gas", token=None):
        headers = {} if operator is None else {"X-Operator": operator}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{address}", method=method, headers=headers
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def test_three_routes_are_guarded(self):
        status, body = self.ask("GET", f"/contracts?account={ACCOUNT}")
        self.assertEqual((status, body["scope"]), (200, "account"))
        status, body = self.ask("GET", "/listings?product=PNG")
        self.assertEqual((status, body["done"]), (200, "trade.listing.view"))
        status, body = self.ask("POST", f"/listings?product=PNG&account={ACCOUNT}")
        self.assertEqual((status, body["reason"]), (403, "payment-password-not-set"))

    def test_a_session_says_who_asks(self):
        token = (STORE / "master").read_text().strip()
        status, body = self.ask("GET", f"/contracts?account={ACCOUNT}", None, token)
        self.assertEqual((status, body["scope"]), (200, "account"))
        self.assertEqual(self.ask("GET", "/listings?product=PNG", None, "A" * 43)[0], 401)
        self.assertEqual(self.ask("GET", "/listings?product=PNG", None, "none")[0], 401)
        self.assertEqual(self.ask("GET", "/listings?product=PNG", token=token)[0], 401)

    def test_strangers_stay_outside(self):
        self.assertEqual(self.ask("GET", "/listings?product=PNG", operator=None)[0], 401)
        status, body = self.ask("GET", "/listings?product=PNG", operator="nobody-01")
        self.assertEqual((status, body["reason"]), (403, "operator-unknown"))
        self.assertEqual(self.ask("GET", "/elsewhere")[0], 404)

    def test_no_answer_is_no_yes(self):
        self.assertEqual(self.ask("GET", f"/contracts?account={'A' * 2000}")[0], 503)

    def test_requests_at_once_get_their_own_answers(self):
        answers = []

        def ask(product):
            answers.append((product, self.ask("GET", f"/listings?product={product}")[0]))

        threads = [threading.Thread(target=ask, args=(p,)) for p in ("PNG", "LNG") * 8]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answers), [("LNG", 403)] * 8 + [("PNG", 200)] * 8)


if __name__ == "__main__":
    unittest.main()
