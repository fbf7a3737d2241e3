// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.time.Duration;
import java.util.List;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;

/**
 * Whether the world sees the records that a domain should have by itself: for domains whose DNS is elsewhere, where each has to be copied
 * by hand. Asks through the resolver, so an answer may be as old as the record's TTL.
 */
public final class WorldCheck {
    private static final Duration TIME = Duration.ofSeconds(30);

    private final ZoneEditor editor;
    private final Resolver resolver;

    public WorldCheck(ZoneEditor editor, Resolver resolver) {
        this.editor = editor;
        this.resolver = resolver;
    }

    /** A record that should be there, and what is. */
    public record Finding(ZoneRecord record, Standing standing, List<RecordData> found) {
        public Finding {
            found = List.copyOf(found);
        }
    }

    /** What became of a record. */
    public enum Standing {
        THERE,
        /** Something else of the same kind is there instead. */
        DIFFERENT,
        MISSING,
        /** DNS does not answer. */
        UNKNOWN
    }

    /** Looks for every automatic record of the zone that a domain is in; blocks half a minute at most. */
    public List<Finding> check(DomainName domain) {
        List<ZoneRecord> wanted = editor.entries(domain).stream()
                .filter(entry -> entry.standing() == ZoneEntry.Standing.AUTOMATIC)
                .map(ZoneEntry::record)
                .toList();
        Budget budget = Budget.of(wanted.size(), TIME, System::nanoTime);
        return wanted.stream().map(record -> check(record, budget)).toList();
    }

    private Finding check(ZoneRecord record, Budget budget) {
        Answer answer = resolver.resolve(record.name(), record.data().type(), budget);
        return switch (answer) {
            case Answer.Records records -> {
                List<RecordData> found = records.data().stream()
                        .filter(data -> isSameKind(record.data(), data))
                        .toList();
                boolean there = found.stream().anyMatch(data -> isSame(record.data(), data));
                yield new Finding(
                        record,
                        there ? Standing.THERE : found.isEmpty() ? Standing.MISSING : Standing.DIFFERENT,
                        found);
            }
            case Answer.NoData _, Answer.NoSuchName _ -> new Finding(record, Standing.MISSING, List.of());
            case Answer.Failure _ -> new Finding(record, Standing.UNKNOWN, List.of());
        };
    }

    /** Texts for other purposes at the same name are none of ours. */
    private static boolean isSameKind(RecordData wanted, RecordData found) {
        return (wanted instanceof RecordData.Txt ours && found instanceof RecordData.Txt theirs)
                ? Texts.purpose(ours).equals(Texts.purpose(theirs))
                : wanted.type() == found.type();
    }

    /** A text may be split in other places. */
    private static boolean isSame(RecordData wanted, RecordData found) {
        return (wanted instanceof RecordData.Txt ours && found instanceof RecordData.Txt theirs)
                ? ours.joined().equals(theirs.joined())
                : wanted.equals(found);
    }
}
