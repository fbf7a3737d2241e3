// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumibako.dns.server.Zone;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Makes changes of zones: one transaction, a line in the history, a row in the journal, and the name server has it. */
final class ZoneDesk {
    private final Zones zones;
    private final ZoneBook book;
    private final Journal journal;
    private final Clock clock;

    ZoneDesk(Zones zones, Journal journal, Clock clock) {
        this.zones = zones;
        this.book = zones.book();
        this.journal = journal;
        this.clock = clock;
    }

    /** What a customer has set afterwards, the change in words, and what to answer. */
    record Change<T>(List<ZoneLine> after, String what, T result) {}

    /** Works out a change from what is there. May run twice, so it has no other effect. */
    interface Step<T> {
        Change<T> make(ZoneContent before);
    }

    ZoneContent content(DomainName domain) {
        return book.require(domain);
    }

    ZoneComposer composer() {
        return book.composer();
    }

    /** The zone that a domain is in, as it is served. */
    Zone served(DomainName domain) {
        return book.served(domain);
    }

    List<ZoneChange> history(DomainName domain) {
        ZoneContent content = book.require(domain);
        return book.database().read(connection -> ZoneHistory.of(connection, content)).stream()
                .map(ZoneHistory.Entry::change)
                .toList();
    }

    <T> T change(DomainName domain, Origin by, Step<T> step) {
        Map<DomainName, List<PublishedKey>> keys = book.keysAround(domain);
        Made<T> made = zones.change(() -> book.database().write(connection -> {
            ZoneContent before = ZoneBook.require(connection, domain, keys);
            Change<T> change = step.make(before);
            List<ZoneLine> lines = ZoneLines.of(before);
            List<ZoneLine> removed = ZoneLines.missing(lines, change.after());
            List<ZoneLine> added = ZoneLines.missing(change.after(), lines);
            if (!removed.isEmpty() || !added.isEmpty()) {
                ZoneChange entry = new ZoneChange(0, clock.instant(), who(by), change.what(), false);
                ZoneHistory.add(connection, id(before, domain), new ZoneHistory.Entry(entry, removed, added));
            }
            Zone zone = write(connection, before, change.after(), keys);
            return new Made<>(zone, before.domain(), change.what(), change.result());
        }));
        record(by, made);
        return made.result();
    }

    /** Takes the last change back that was not taken back yet. */
    ZoneChange undo(DomainName domain, Origin by) {
        Map<DomainName, List<PublishedKey>> keys = book.keysAround(domain);
        Made<ZoneChange> made = zones.change(() -> book.database().write(connection -> {
            ZoneContent before = ZoneBook.require(connection, domain, keys);
            ZoneHistory.Entry last = ZoneHistory.toUndo(connection, before)
                    .orElseThrow(() -> new ZoneRefusedException(
                            ZoneRefusal.NOTHING_TO_UNDO, "Nothing was changed that could be undone."));
            List<ZoneLine> lines = new ArrayList<>(ZoneLines.of(before));
            lines.removeAll(last.added());
            lines.addAll(ZoneLines.missing(last.removed(), lines));
            Zone zone = write(connection, before, lines, keys);
            ZoneHistory.undone(connection, last.change().id());
            return new Made<>(zone, before.domain(), "undone: " + last.change().what(), last.change());
        }));
        record(by, made);
        return made.result();
    }

    /** What a transaction came to. */
    record Made<T>(Zone zone, DomainName domain, String what, T result) {}

    private Zone write(
            Connection connection, ZoneContent before, List<ZoneLine> after, Map<DomainName, List<PublishedKey>> keys)
            throws SQLException {
        OwnRecordRules.check(before.apex(), ZoneLines.records(after));
        List<ZoneLine> lines = ZoneLines.of(before);
        ZoneLines.write(connection, before, ZoneLines.missing(lines, after), ZoneLines.missing(after, lines));
        return book.publishChange(connection, ZoneBook.require(connection, before.domain(), keys));
    }

    private void record(Origin by, Made<?> made) {
        JournalEvent event = new JournalEvent.DnsChanged(made.domain().ascii(), made.what());
        journal.record(new JournalEvent.Entry(Optional.empty(), by, event));
    }

    private static long id(ZoneContent content, DomainName domain) {
        return content.members().stream()
                .filter(member -> member.name().equals(domain))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String who(Origin by) {
        return by.login()
                .map(EmailAddress::toString)
                .orElse(by.protocol().name().toLowerCase(Locale.ROOT));
    }
}
