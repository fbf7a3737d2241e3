# SPDX-License-Identifier: Apache-2.0
"""smtplib and dkimpy: what was submitted carries two signatures, which are good by the keys that our own name server shows."""
import email.policy
import imaplib
import json
import re
import smtplib
import ssl
import subprocess
import sys
from email.message import EmailMessage

import dkim

s = json.load(sys.stdin)
tls = ssl.create_default_context(cafile=s["ca"])


def txt(name, timeout=5):
    question = ["dig", "+short", "+tcp", "-p", str(s["dns"]), "@127.0.0.1", "TXT", name.decode("ascii")]
    line = subprocess.run(question, capture_output=True, check=True, timeout=20).stdout.split(b"\n")[0]
    return b"".join(re.findall(rb'"((?:[^"\\]|\\.)*)"', line)) or None


def message(number):
    mail = EmailMessage()
    mail["From"] = "文 <%s>" % s["user"]
    mail["To"] = s["user"]
    mail["Subject"] = "件名 " * 30 + str(number)
    mail["List-Unsubscribe"] = "<https://example.test/u>"
    mail.set_content("手紙を入れる  \n.dot\n\n\n", cte=["8bit", "quoted-printable", "base64"][number % 3])
    mail.add_attachment(bytes(range(256)) * 100, maintype="application", subtype="octet-stream", filename="文箱.bin")
    return mail.as_bytes(policy=email.policy.SMTP)


def submitted(number):
    """The message as it lies in its sender's own mailbox."""
    with smtplib.SMTP_SSL(s["host"], s["submissions"], context=tls) as client:
        client.login(s["user"], s["password"])
        client.sendmail(s["user"], [s["user"]], message(number))
    with imaplib.IMAP4_SSL(s["host"], s["imaps"], ssl_context=tls) as client:
        client.login(s["user"], s["password"])
        last = client.select("INBOX")[1][0].decode("ascii")
        return client.fetch(last, "(BODY.PEEK[])")[1][0][1]


for number in range(3):
    mail = submitted(number)
    verifier = dkim.DKIM(mail)
    signatures = [value for name, value in verifier.headers if name.lower() == b"dkim-signature"]
    assert len(signatures) == 2, mail
    assert b"a=rsa-sha256" in signatures[0] and b"a=ed25519-sha256" in signatures[1], signatures
    for index in range(2):
        assert verifier.verify(idx=index, dnsfunc=txt), (number, index)
    changed = dkim.DKIM(b"Subject: another\r\n" + mail)
    assert not any(changed.verify(idx=index, dnsfunc=txt) for index in range(2)), "a second Subject was not noticed"

print("ok")
