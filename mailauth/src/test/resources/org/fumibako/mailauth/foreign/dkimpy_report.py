# SPDX-License-Identifier: Apache-2.0
"""Verifies a message (standard input) with dkimpy; keys come from a JSON file. Prints one line a signature, and one for ARC."""
import json
import sys

import dkim

with open(sys.argv[1], encoding="ascii") as file:
    zone = json.load(file)
message = sys.stdin.buffer.read()


def txt(name, timeout=5):
    return zone.get(name.decode("ascii").rstrip("."), "").encode("ascii") or None


verifier = dkim.DKIM(message)
count = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
for index in range(count):
    try:
        good = verifier.verify(idx=index, dnsfunc=txt)
    except dkim.DKIMException as failure:
        good = False
        print("note:", failure, file=sys.stderr)
    print("dkim", "pass" if good else "fail")
state, _, _ = dkim.arc_verify(message, dnsfunc=txt)
print("arc", state.decode("ascii") if state else "none")
