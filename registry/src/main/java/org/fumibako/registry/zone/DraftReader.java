// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.fumibako.registry.zone.ZoneRefusal.BAD_ADDRESS;
import static org.fumibako.registry.zone.ZoneRefusal.BAD_CONTENT;
import static org.fumibako.registry.zone.ZoneRefusal.BAD_PRIORITY;
import static org.fumibako.registry.zone.ZoneRefusal.BAD_TTL;
import static org.fumibako.registry.zone.ZoneRefusal.NOT_A_NAME;
import static org.fumibako.registry.zone.ZoneRefusal.OUTSIDE_ZONE;
import static org.fumibako.registry.zone.ZoneRefusal.WRONG_TYPE;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;

/** Makes records of what people enter. */
final class DraftReader {
    static final Duration MIN_TTL = Duration.ofMinutes(1);
    static final Duration MAX_TTL = Duration.ofDays(7);

    /** The types that customers edit; the order is that of messages. */
    static final Set<RecordType> TYPES = EnumSet.of(
            RecordType.A,
            RecordType.AAAA,
            RecordType.CNAME,
            RecordType.MX,
            RecordType.TXT,
            RecordType.SRV,
            RecordType.CAA,
            RecordType.NS,
            RecordType.TLSA);

    private static final int MAX_PRIORITY = 0xFFFF;
    private static final int MX_WORDS = 2;
    private static final int SRV_WORDS = 4;

    private final DnsName apex;

    DraftReader(DomainName domain) {
        this.apex = DnsName.of(domain);
    }

    /** @param usual the TTL when the draft has none */
    ZoneRecord read(RecordDraft draft, Duration usual) {
        Duration ttl = draft.ttl().orElse(usual);
        checkTtl(ttl);
        return new ZoneRecord(name(draft.name()), ttl, data(draft));
    }

    /** The complete name; without a final dot it is taken as one below the domain, unless it already is. */
    DnsName name(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.equals("@")) {
            return apex;
        }
        boolean complete = written.endsWith(".");
        String wild = written.startsWith("*.") ? "*." : "";
        if (written.equals("*")) {
            return apex.prepend("*");
        }
        DnsName name = DomainName.parse(written.substring(wild.length()))
                .flatMap(rest -> DnsName.parse(wild + rest))
                .orElseThrow(() -> notAName(written));
        if (name.isUnder(apex)) {
            return name;
        }
        if (complete) {
            throw new ZoneRefusedException(OUTSIDE_ZONE, name + " is not in the zone of " + apex + ".");
        }
        return DnsName.parse(name.text() + "." + apex.text()).orElseThrow(() -> notAName(written));
    }

    RecordType type(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return TYPES.stream()
                .filter(type -> type.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ZoneRefusedException(
                        WRONG_TYPE,
                        "The type of a record is one of "
                                + TYPES.stream().map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    static void checkTtl(Duration ttl) {
        if (ttl.compareTo(MIN_TTL) < 0 || ttl.compareTo(MAX_TTL) > 0) {
            throw new ZoneRefusedException(
                    BAD_TTL, "The TTL is " + MIN_TTL.toSeconds() + " to " + MAX_TTL.toSeconds() + " seconds.");
        }
    }

    private RecordData data(RecordDraft draft) {
        RecordType type = type(draft.type());
        String content = draft.content().strip();
        return switch (type) {
            case TXT -> content.startsWith("\"") ? parse(type, content) : Texts.record(content);
            case MX -> parse(type, prioritized(content, draft.priority(), MX_WORDS));
            case SRV -> parse(type, prioritized(content, draft.priority(), SRV_WORDS));
            case A, AAAA, CNAME, NS, CAA, TLSA, PTR, SOA -> parse(type, content);
        };
    }

    /** Puts the priority before what does not say it by itself. */
    private static String prioritized(String content, int priority, int words) {
        if (content.split("\\s+", -1).length >= words) {
            return content;
        }
        if (priority < 0 || priority > MAX_PRIORITY) {
            throw new ZoneRefusedException(BAD_PRIORITY, "The priority is 0 to " + MAX_PRIORITY + ".");
        }
        return priority + " " + content;
    }

    /** Names in it may be in Unicode, and without a final dot they are complete. */
    private static RecordData parse(RecordType type, String content) {
        try {
            return RecordText.parse(type, ascii(type, content));
        } catch (IllegalArgumentException wrong) {
            boolean address = type == RecordType.A || type == RecordType.AAAA;
            throw new ZoneRefusedException(
                    address ? BAD_ADDRESS : BAD_CONTENT,
                    "This is no content of a record of type " + type + ": " + wrong.getMessage() + ".");
        }
    }

    private static String ascii(RecordType type, String content) {
        boolean endsInName =
                type == RecordType.CNAME || type == RecordType.MX || type == RecordType.SRV || type == RecordType.NS;
        int last = content.lastIndexOf(' ') + 1;
        if (!endsInName || content.chars().allMatch(c -> c < 0x80)) {
            return content;
        }
        Optional<DomainName> name = DomainName.parse(content.substring(last));
        return name.map(ascii -> content.substring(0, last) + ascii).orElse(content);
    }

    /** Whether a name is written like an address: then an address was meant. */
    static boolean looksLikeAddress(DnsName name) {
        try {
            InetAddress.ofLiteral(name.text());
            return true;
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private static ZoneRefusedException notAName(String text) {
        return new ZoneRefusedException(NOT_A_NAME, text + " is not a name that a record can have.");
    }
}
