// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dane;

import java.util.Arrays;
import java.util.HexFormat;
import org.fumibako.dns.RecordData;

/**
 * What DNS says of a server's key (RFC 6698 §2.1).
 *
 * @param usage 3 is the server's own certificate, 2 an authority above it; SMTP knows no other (RFC 7672 §3.1)
 * @param selector 0 is the whole certificate, 1 its public key
 * @param matching 0 is the octets themselves, 1 their SHA-256, 2 their SHA-512
 * @param data what is compared; not copied, and must not be changed
 */
public record TlsaRecord(int usage, int selector, int matching, byte[] data) {
    /** The authority above the server's certificate. */
    public static final int DANE_TA = 2;

    /** The server's own certificate. */
    public static final int DANE_EE = 3;

    static final int SHA_256 = 1;
    static final int SHA_512 = 2;

    public static TlsaRecord of(RecordData.Tlsa record) {
        return new TlsaRecord(record.usage(), record.selector(), record.matching(), record.data());
    }

    /** Whether the record can be used with SMTP; the others count as if they were not there (RFC 7672 §2.2). */
    public boolean usable() {
        boolean known = (usage == DANE_TA || usage == DANE_EE) && (selector == 0 || selector == 1);
        return known
                && switch (matching) {
                    case 0 -> data.length > 0;
                    case SHA_256 -> data.length == 32;
                    case SHA_512 -> data.length == 64;
                    default -> false;
                };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlsaRecord that
                && usage == that.usage
                && selector == that.selector
                && matching == that.matching
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data) * 31 + usage * 9 + selector * 3 + matching;
    }

    @Override
    public String toString() {
        return usage + " " + selector + " " + matching + " " + HexFormat.of().formatHex(data);
    }
}
