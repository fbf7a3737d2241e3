// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

/** The numbers of the DNS message format (RFC 1035 §4.1.1, RFC 6891 §6, RFC 8945 §4). */
public final class Wire {
    /** Octets of the header. */
    public static final int HEADER = 12;

    /** Octets of a message over UDP without EDNS (RFC 1035 §4.2.1). */
    public static final int PLAIN_UDP = 512;

    /** Octets of a UDP message that need no fragmentation on any usual path: IPv6's minimum MTU less headers. */
    public static final int SAFE_UDP = 1232;

    /** Octets of a message over TCP: its length has 16 bits (RFC 1035 §4.2.2). */
    public static final int MAX_MESSAGE = 0xFFFF;

    /** Octets of a name with its length octets and the root (RFC 1035 §2.3.4). */
    public static final int MAX_NAME = 255;

    /** The message is a response. */
    public static final int QR = 0x8000;

    /** The answer is authoritative. */
    public static final int AA = 0x0400;

    /** The message is truncated. */
    public static final int TC = 0x0200;

    /** Recursion is desired. */
    public static final int RD = 0x0100;

    /** Authentic data (RFC 6840 §5.7). */
    public static final int AD = 0x0020;

    public static final int OPCODE_MASK = 0x7800;

    public static final int QUERY = 0;

    /** NOTIFY's opcode in its place in the flags (RFC 1996 §3.2). */
    public static final int NOTIFY = 4 << 11;

    public static final int RCODE_MASK = 0x000F;

    public static final int NO_ERROR = 0;
    public static final int FORMAT_ERROR = 1;
    public static final int SERVER_FAILURE = 2;
    public static final int NAME_ERROR = 3;
    public static final int NOT_IMPLEMENTED = 4;
    public static final int REFUSED = 5;

    /** The server is not responsible for the zone, or the key may not do this (RFC 8945 §5.2). */
    public static final int NOT_AUTH = 9;

    /** Extended: the EDNS version is not ours (RFC 6891 §6.1.3). */
    public static final int BAD_VERSION = 16;

    public static final int CLASS_IN = 1;

    /** Class of a TSIG record. */
    public static final int CLASS_ANY = 255;

    public static final int TYPE_DS = 43;
    public static final int TYPE_OPT = 41;
    public static final int TYPE_TSIG = 250;
    public static final int TYPE_IXFR = 251;
    public static final int TYPE_AXFR = 252;
    public static final int TYPE_ANY = 255;

    private Wire() {}
}
