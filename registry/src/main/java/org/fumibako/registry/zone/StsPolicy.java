// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.fumibako.model.DomainName;

/** How other servers are to protect mail to domains whose exchange is the host (RFC 8461 §3.2). */
public record StsPolicy(Mode mode, Duration maxAge) {
    /** Long enough to outlast an attack, and short enough to get rid of a mistake (RFC 8461 §3.2: up to a year). */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(7);

    /** Characters of an id, of which RFC 8461 §3.1 allows 32. */
    private static final int ID_LENGTH = 20;

    /** What a server does that finds no protection. */
    public enum Mode {
        /** Delivers, and reports it. */
        TESTING,
        /** Does not deliver. */
        ENFORCE
    }

    /** The file that a web server serves at {@code https://mta-sts.<domain>/.well-known/mta-sts.txt}. */
    public String text(DomainName host) {
        return "version: STSv1\r\nmode: " + mode.name().toLowerCase(Locale.ROOT) + "\r\nmx: " + host + "\r\nmax_age: "
                + maxAge.toSeconds() + "\r\n";
    }

    /** Another one for every other policy (RFC 8461 §3.1). */
    public String id(DomainName host) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(host).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
