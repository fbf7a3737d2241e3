// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.util.Optional;

/** The record types that mail needs, to ask for and to serve, with their codes on the wire. */
public enum RecordType {
    /** IPv4 address (RFC 1035 §3.4.1). */
    A(1),
    /** Name server of a zone (RFC 1035 §3.3.11). */
    NS(2),
    /** Another name for this one (RFC 1035 §3.3.1). */
    CNAME(5),
    /** Start of a zone (RFC 1035 §3.3.13). */
    SOA(6),
    /** Pointer, from an address to a name (RFC 1035 §3.3.12). */
    PTR(12),
    /** Mail exchanger (RFC 1035 §3.3.9). */
    MX(15),
    /** Text (RFC 1035 §3.3.14). */
    TXT(16),
    /** IPv6 address (RFC 3596 §2.1). */
    AAAA(28),
    /** Where a service is (RFC 2782). */
    SRV(33),
    /** Certificate association (RFC 6698 §2.1). */
    TLSA(52),
    /** Who may issue certificates (RFC 8659 §4.1). */
    CAA(257);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /** The TYPE code. */
    public int code() {
        return code;
    }

    /** The type of a code, when it is one of ours. */
    public static Optional<RecordType> of(int code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
