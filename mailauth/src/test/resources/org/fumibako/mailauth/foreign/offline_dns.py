# SPDX-License-Identifier: Apache-2.0
"""Runs a program that asks the system's resolver, in namespaces of its own where a zone of TXT records is all there is.

Usage: unshare --map-root-user --mount --net python3 offline_dns.py ZONE.json RESOLV.CONF PROGRAM [ARGUMENT ...]
"""
import json
import socket
import struct
import subprocess
import sys
import threading

with open(sys.argv[1], encoding="ascii") as file:
    zone = json.load(file)


def answer(query):
    end = 12
    labels = []
    while query[end]:
        labels.append(query[end + 1 : end + 1 + query[end]].decode("ascii"))
        end += 1 + query[end]
    question = query[12 : end + 5]
    text = zone.get(".".join(labels).lower())
    is_txt = question[-4:-2] == b"\x00\x10"
    if text is None or not is_txt:
        return query[:2] + struct.pack("!HHHHH", 0x8183, 1, 0, 0, 0) + question
    pieces = [text[i : i + 255].encode("ascii") for i in range(0, len(text), 255)]
    data = b"".join(bytes([len(piece)]) + piece for piece in pieces)
    record = b"\xc0\x0c" + struct.pack("!HHIH", 16, 1, 3600, len(data)) + data
    return query[:2] + struct.pack("!HHHHH", 0x8180, 1, 1, 0, 0) + question + record


def serve(server):
    while True:
        query, peer = server.recvfrom(4096)
        server.sendto(answer(query), peer)


subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
with open(sys.argv[2], "w", encoding="ascii") as file:
    file.write("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
subprocess.run(["mount", "--bind", sys.argv[2], "/etc/resolv.conf"], check=True)
listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
listener.bind(("127.0.0.1", 53))
threading.Thread(target=serve, args=(listener,), daemon=True).start()
sys.exit(subprocess.run(sys.argv[3:]).returncode)
