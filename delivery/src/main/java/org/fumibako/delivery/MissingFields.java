// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Step: adds From, Date and Message-ID where a submitted message lacks them (RFC 6409 §8.2, §8.3). */
public final class MissingFields {
    /** Octets of chance in a Message-ID: no two are ever the same. */
    private static final int ID_OCTETS = 16;

    private final DomainName host;
    private final InstantSource clock;
    private final ZoneId zone;
    private final RandomGenerator random;

    /** @param zone the time zone that an added Date is written in */
    public MissingFields(DomainName host, InstantSource clock, ZoneId zone, RandomGenerator random) {
        this.host = host;
        this.clock = clock;
        this.zone = zone;
        this.random = random;
    }

    byte[] of(HeaderFields header, EmailAddress from) {
        StringBuilder fields = new StringBuilder();
        if (header.count("From") == 0) {
            fields.append("From: <").append(from).append(">\r\n");
        }
        if (header.count("Date") == 0) {
            fields.append("Date: ")
                    .append(MailDate.format(clock.instant().atZone(zone).toOffsetDateTime()))
                    .append("\r\n");
        }
        if (header.count("Message-ID") == 0) {
            byte[] id = new byte[ID_OCTETS];
            random.nextBytes(id);
            fields.append("Message-ID: <")
                    .append(HexFormat.of().formatHex(id))
                    .append('@')
                    .append(host.ascii())
                    .append(">\r\n");
        }
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }
}
