# SPDX-License-Identifier: Apache-2.0
"""imaplib: the life of a mailbox, over STARTTLS and over implicit TLS."""
import imaplib
import json
import re
import ssl
import sys

s = json.load(sys.stdin)
tls = ssl.create_default_context(cafile=s["ca"])
raw = "Subject: =?utf-8?b?5paH566x?=\r\nFrom: a@b.test\r\n\r\n.手紙\r\n".encode()
arrived = imaplib.Internaldate2tuple(b'INTERNALDATE "25-Nov-2026 09:00:00 +0900"')


def ok(answer):
    assert answer[0] == "OK", answer
    return answer[1]


with imaplib.IMAP4(s["host"], s["imap"]) as client:
    ok(client.starttls(ssl_context=tls))
    ok(client.login(s["user"], s["password"]))
    delimiter = re.search(rb'"(.)"', ok(client.list('""', '""'))[0]).group(1).decode()
    old, new = f"Work{delimiter}2026", f"Work{delimiter}2027"
    ok(client.create(old))
    ok(client.subscribe(old))
    assert any(old.encode() in line for line in ok(client.lsub()))
    ok(client.rename(old, new))
    names = ok(client.list())
    assert any(new.encode() in line for line in names) and not any(old.encode() in line for line in names), names

with imaplib.IMAP4_SSL(s["host"], s["imaps"], ssl_context=tls) as client:
    try:
        client.login(s["user"], "wrong")
        raise AssertionError("a wrong password was accepted")
    except imaplib.IMAP4.error:
        pass
    ok(client.authenticate("PLAIN", lambda _: f"\0{s['user']}\0{s['password']}".encode()))
    for flags in ("\\Seen", "\\Flagged", ""):
        ok(client.append("INBOX", flags, '"25-Nov-2026 09:00:00 +0900"', raw))
    assert ok(client.select("INBOX")) == [b"3"]
    assert ok(client.search(None, "UNSEEN")) == [b"2 3"]
    assert ok(client.fetch("1", "(BODY.PEEK[])"))[0][1] == raw
    assert imaplib.Internaldate2tuple(ok(client.fetch("2", "(INTERNALDATE)"))[0]) == arrived
    ok(client.copy("1", new))
    ok(client.store("2", "+FLAGS", "\\Deleted"))
    assert ok(client.expunge()) == [b"2"]
    assert b"MESSAGES 2" in ok(client.status("INBOX", "(MESSAGES UIDNEXT)"))[0]
    ok(client.close())
    assert b"MESSAGES 1" in ok(client.status(new, "(MESSAGES)"))[0]
    ok(client.delete(new))

print("ok")
