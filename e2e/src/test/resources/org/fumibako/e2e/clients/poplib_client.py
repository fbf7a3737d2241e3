# SPDX-License-Identifier: Apache-2.0
"""poplib: read, peek, delete, and undo, over STLS and over implicit TLS; filled with smtplib."""
import json
import poplib
import smtplib
import ssl
import sys
import time

s = json.load(sys.stdin)
tls = ssl.create_default_context(cafile=s["ca"])


def sign_in():
    client = poplib.POP3_SSL(s["host"], s["pop3s"], context=tls)
    client.user(s["user"])
    client.pass_(s["password"])
    return client


with smtplib.SMTP(s["host"], s["smtp"]) as sender:
    for i in range(3):
        sender.sendmail("stranger@elsewhere.test", [s["user"]], f"Subject: {i}\r\n\r\n.dot {i}\r\nend\r\n")

deadline = time.monotonic() + 20
client = sign_in()
while client.stat()[0] < 3:
    assert time.monotonic() < deadline, "the messages did not arrive"
    client.quit()
    client = sign_in()

uids = [line.split()[1] for line in client.uidl()[1]]
assert len(set(uids)) == 3, uids
bodies = {tuple(client.retr(i)[1][-2:]) for i in (1, 2, 3)}
assert bodies == {(f".dot {i}".encode(), b"end") for i in range(3)}, bodies
assert client.top(2, 1)[1][-1].startswith(b".dot ")
sizes = [int(line.split()[1]) for line in client.list()[1]]
assert sum(sizes) == client.stat()[1]
client.dele(2)
assert client.stat()[0] == 2
client.rset()
assert client.stat()[0] == 3
client.dele(1)
client.close()

client = sign_in()
assert client.stat()[0] == 3, "DELE without QUIT must not delete"
assert [line.split()[1] for line in client.uidl()[1]] == uids, "UIDL changed"
client.dele(1)
client.quit()

client = poplib.POP3(s["host"], s["pop3"])
assert "STLS" in client.capa()
client.stls(context=tls)
client.user(s["user"])
client.pass_(s["password"])
assert [line.split()[1] for line in client.uidl()[1]] == uids[1:]
client.quit()

client = poplib.POP3_SSL(s["host"], s["pop3s"], context=tls)
client.user(s["user"])
try:
    client.pass_("wrong")
    raise AssertionError("a wrong password was accepted")
except poplib.error_proto:
    pass

print("ok")
