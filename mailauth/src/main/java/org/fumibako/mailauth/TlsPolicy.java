// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth;

import java.util.List;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.mailauth.mtasts.MxPattern;

/** How an outgoing connection has to be protected. */
public sealed interface TlsPolicy {
    /** TLS when the server offers it, whatever its certificate; in clear otherwise (RFC 7435). */
    record Opportunistic() implements TlsPolicy {}

    /**
     * The domain's published policy (RFC 8461): an exchange that one of the patterns matches, TLS 1.2 or later, and a
     * certificate for the exchange's name that a public authority signed.
     *
     * @param enforce false while the domain only tests: a violation is reported, and the mail goes as if there were no policy
     */
    record MtaSts(boolean enforce, List<MxPattern> mx) implements TlsPolicy {
        public MtaSts {
            mx = List.copyOf(mx);
        }
    }

    /**
     * The exchange's keys from signed DNS (RFC 7672); it comes before MTA-STS (RFC 8461 §2).
     *
     * @param records all of them; when none is usable, TLS is still mandatory, but nobody is authenticated (RFC 7672 §2.2)
     */
    record Dane(List<TlsaRecord> records) implements TlsPolicy {
        public Dane {
            records = List.copyOf(records);
        }
    }
}
