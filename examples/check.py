"""One question on the command line.

    python3 examples/check.py iam.db trader-001 trade.listing.create PNG.SH.D1 T000001-GAS-01

Ends with 0 when allowed, 1 when denied and 2 when there is no answer.
"""

import sys

import iam


def main(words: list) -> int:
    if len(words) < 3:
        print("usage: check.py DATABASE USERNAME MENU [PRODUCT|-] [ACCOUNT]", file=sys.stderr)
        return 2
    path, username, menu, *place = words
    product, account = (place + [None, None])[:2]
    try:
        checker = iam.Checker(path)
        decision = checker.check(username, menu, None if product == "-" else product, account)
        checker.close()
    except iam.IAMError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if not decision.allowed:
        print(f"denied: {decision.reason}, revision {decision.revision}")
        return 1
    print(f"allowed: scope {decision.scope}, revision {decision.revision}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
