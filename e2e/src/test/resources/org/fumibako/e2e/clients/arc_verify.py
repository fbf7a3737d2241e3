# SPDX-License-Identifier: Apache-2.0
"""dkimpy: verifies a message (argument 1) by the keys that the name server at a port (argument 2) shows. One line each."""
import re
import subprocess
import sys

import dkim


def txt(name, timeout=5):
    question = ["dig", "+short", "+tcp", "-p", sys.argv[2], "@127.0.0.1", "TXT", name.decode("ascii")]
    line = subprocess.run(question, capture_output=True, check=True, timeout=20).stdout.split(b"\n")[0]
    return b"".join(re.findall(rb'"((?:[^"\\]|\\.)*)"', line)) or None


with open(sys.argv[1], "rb") as file:
    message = file.read()
verifier = dkim.DKIM(message)


def good(index):
    try:
        return verifier.verify(idx=index, dnsfunc=txt)
    except dkim.DKIMException:
        return False


signatures = [value for name, value in verifier.headers if name.lower() == b"dkim-signature"]
for index, value in enumerate(signatures):
    domain = re.search(rb"\bd=([^;\s]+)", value).group(1).decode("ascii")
    algorithm = re.search(rb"\ba=([^;\s]+)", value).group(1).decode("ascii")
    print("dkim", domain, algorithm, "pass" if good(index) else "fail")
state, results, reason = dkim.arc_verify(message, dnsfunc=txt)
print("arc", state.decode("ascii") if state else "none", reason)
