# SPDX-License-Identifier: Apache-2.0
"""smtplib: submission over STARTTLS and implicit TLS, refusals, and delivery by a stranger, read back with imaplib."""
import email.policy
import imaplib
import json
import smtplib
import ssl
import sys
import time
from email.message import EmailMessage

s = json.load(sys.stdin)
tls = ssl.create_default_context(cafile=s["ca"])


def message(subject, author=s["user"]):
    mail = EmailMessage()
    mail["From"] = author
    mail["To"] = s["user"]
    mail["Subject"] = subject
    mail.set_content("手紙を入れる\n.dot\n")
    mail.add_attachment(bytes(range(256)) * 100, maintype="application", subtype="octet-stream", filename="文箱.bin")
    return mail


with smtplib.SMTP(s["host"], s["submission"]) as client:
    client.starttls(context=tls)
    client.login(s["user"], s["password"])
    client.send_message(message("starttls"))
    client.send_message(message("second on one connection"))

with smtplib.SMTP_SSL(s["host"], s["submissions"], context=tls) as client:
    client.login(s["user"], s["password"])
    assert client.send_message(message("tls")) == {}

with smtplib.SMTP_SSL(s["host"], s["submissions"], context=tls) as client:
    try:
        client.login(s["user"], "wrong")
        raise AssertionError("a wrong password was accepted")
    except smtplib.SMTPAuthenticationError:
        pass

with smtplib.SMTP(s["host"], s["smtp"]) as client:
    stranger = "stranger@elsewhere.test"
    client.sendmail(stranger, [s["user"]], message("stranger", stranger).as_bytes(policy=email.policy.SMTP))
    try:
        client.sendmail("stranger@elsewhere.test", ["someone@another.test"], b"Subject: relay\r\n\r\nno\r\n")
        raise AssertionError("relayed")
    except smtplib.SMTPRecipientsRefused:
        pass

with imaplib.IMAP4_SSL(s["host"], s["imaps"], ssl_context=tls) as client:
    client.login(s["user"], s["password"])
    deadline = time.monotonic() + 20
    while int(client.select("INBOX")[1][0]) < 4:
        assert time.monotonic() < deadline, "the messages did not arrive"
    _, found = client.search(None, "SUBJECT", "stranger")
    assert len(found[0].split()) == 1, found

print("ok")
