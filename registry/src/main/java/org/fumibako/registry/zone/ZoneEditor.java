// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.fumibako.registry.zone.ZoneRefusal.BAD_FILE;
import static org.fumibako.registry.zone.ZoneRefusal.NO_SUCH_RECORD;
import static org.fumibako.registry.zone.ZoneRefusal.OUTSIDE_ZONE;
import static org.fumibako.registry.zone.ZoneRefusal.SPF_OF_SUBDOMAIN;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;

/**
 * Changes what customers may change in their zones (requirements A8, A10, A11): each change is checked, kept in a history, written to the
 * journal and served at once; or it is refused with a {@link ZoneRefusedException}, and nothing is changed. A subdomain's records are in
 * its domain's zone and are changed under the name of either. Safe for any number of threads.
 */
public final class ZoneEditor {
    private final ZoneDesk desk;
    private final SpfCheck spfCheck;

    public ZoneEditor(Zones zones, Journal journal, Clock clock, SpfCheck spfCheck) {
        this.desk = new ZoneDesk(zones, journal, clock);
        this.spfCheck = spfCheck;
    }

    /** Everything in the zone that a domain is in but SOA and name servers, the customer's own first, then by name. */
    public List<ZoneEntry> entries(DomainName domain) {
        return desk.composer().entries(desk.content(domain)).stream()
                .sorted(Comparator.comparing(ZoneEntry::standing)
                        .thenComparing(entry ->
                                String.join(".", entry.record().name().labels().reversed()))
                        .thenComparing(entry -> entry.record().data().type()))
                .toList();
    }

    /** What a domain's owner has chosen; the policy is empty where nobody chose. */
    public record Choices(SpfChoice spf, Optional<DmarcPolicy> dmarc) {}

    /** The settings of a domain. */
    public Choices choices(DomainName domain) {
        return desk.content(domain).members().stream()
                .filter(member -> member.name().equals(domain))
                .map(member -> new Choices(member.spf(), member.dmarc()))
                .findFirst()
                .orElseGet(() -> new Choices(SpfChoice.standard(), Optional.empty()));
    }

    /** The last changes of the zone, the newest first. */
    public List<ZoneChange> history(DomainName domain) {
        return desk.history(domain);
    }

    /** Takes back the last change that was not yet taken back, and returns it. */
    public ZoneChange undo(DomainName domain, Origin by) {
        return desk.undo(domain, by);
    }

    /** Adds a record. All records of its name and type get its TTL, because they have one together (RFC 2181 §5.2). */
    public ZoneRecord add(DomainName domain, RecordDraft draft, Origin by) {
        checkSpf(read(desk.content(domain), draft, AutomaticRecords.TTL));
        return desk.change(domain, by, before -> {
            List<ZoneLine> lines = ZoneLines.of(before);
            ZoneRecord record = read(before, draft, ttlOf(lines, read(before, draft, AutomaticRecords.TTL)));
            return new ZoneDesk.Change<>(with(lines, record), "added " + sentence(record), record);
        });
    }

    /** Puts a record in the place of another. */
    public ZoneRecord change(DomainName domain, long id, RecordDraft draft, Origin by) {
        checkSpf(read(desk.content(domain), draft, AutomaticRecords.TTL));
        return desk.change(domain, by, before -> {
            ZoneRecord old = require(before, id);
            ZoneRecord record = read(before, draft, old.ttl());
            List<ZoneLine> rest = without(ZoneLines.of(before), old);
            return new ZoneDesk.Change<>(
                    with(rest, record), "changed " + sentence(old) + " into " + sentence(record), record);
        });
    }

    public ZoneRecord delete(DomainName domain, long id, Origin by) {
        return desk.change(domain, by, before -> {
            ZoneRecord old = require(before, id);
            return new ZoneDesk.Change<>(without(ZoneLines.of(before), old), "deleted " + sentence(old), old);
        });
    }

    /** Sets who may send in a domain's name. */
    public void spf(DomainName domain, SpfChoice choice, Origin by) {
        if (choice instanceof SpfChoice.Custom custom) {
            checkSpf(domain, custom.record());
        }
        desk.change(domain, by, before -> {
            if (!before.domain().equals(domain)) {
                throw new ZoneRefusedException(
                        SPF_OF_SUBDOMAIN,
                        "Only " + before.domain() + " itself has an SPF record by itself; give " + domain
                                + " one with a record of type TXT.");
            }
            List<ZoneLine> lines = ZoneLines.of(before);
            lines.removeIf(line -> isSetting(line, domain, ZoneRows.SPF));
            if (!(choice instanceof SpfChoice.Standard)) {
                lines.add(ZoneLines.spf(domain, choice));
            }
            return new ZoneDesk.Change<>(lines, "SPF of " + domain + " set to " + choice.text(), choice);
        });
    }

    /** Sets what others shall do with forged mail; {@code policy} is empty for what holds where nobody chooses. */
    public void dmarc(DomainName domain, Optional<DmarcPolicy> policy, Origin by) {
        desk.change(domain, by, before -> {
            List<ZoneLine> lines = ZoneLines.of(before);
            lines.removeIf(line -> isSetting(line, domain, ZoneRows.DMARC));
            policy.ifPresent(chosen -> lines.add(ZoneLines.dmarc(domain, chosen)));
            String word = policy.map(DmarcPolicy::word).orElse("the default");
            return new ZoneDesk.Change<>(lines, "DMARC policy of " + domain + " set to " + word, word);
        });
    }

    /** The zone as it is served, as a zone file. */
    public String export(DomainName domain) {
        return ZoneText.format(desk.served(domain).records());
    }

    /**
     * Adds the records of a zone file that are not there yet. Its SOA and name servers of the domain itself are passed over.
     *
     * @param replace whether own records that the file does not have are deleted
     * @return how many records were added
     */
    public int load(DomainName domain, String text, boolean replace, Origin by) {
        List<ZoneRecord> records = records(text);
        records.forEach(this::checkSpf);
        return desk.change(domain, by, before -> {
            List<ZoneRecord> wanted = wanted(before, records);
            List<ZoneLine> own = ZoneLines.of(before);
            List<ZoneLine> lines = new ArrayList<>(own);
            if (replace) {
                lines.removeIf(line -> line instanceof ZoneLine.Of of && !wanted.contains(of.record()));
            }
            int added = 0;
            for (ZoneRecord record : wanted) {
                if (!lines.contains(new ZoneLine.Of(record))) {
                    lines = with(lines, record);
                    added++;
                }
            }
            return new ZoneDesk.Change<>(lines, "loaded a zone file with " + added + " new records", added);
        });
    }

    private static List<ZoneRecord> records(String text) {
        try {
            return ZoneText.records(text);
        } catch (IllegalArgumentException wrong) {
            throw new ZoneRefusedException(BAD_FILE, "The zone file cannot be read: " + wrong.getMessage() + ".");
        }
    }

    /** The records of a file that are neither the zone's frame nor automatic. */
    private List<ZoneRecord> wanted(ZoneContent before, List<ZoneRecord> records) {
        Set<ZoneRecord> automatic = new HashSet<>();
        desk.composer().entries(before).stream()
                .filter(entry -> entry.standing() == ZoneEntry.Standing.AUTOMATIC)
                .forEach(entry -> automatic.add(entry.record()));
        DraftReader reader = new DraftReader(before.domain());
        List<ZoneRecord> wanted = new ArrayList<>();
        for (ZoneRecord record : records) {
            RecordType type = record.data().type();
            boolean frame = record.name().equals(before.apex()) && (type == RecordType.SOA || type == RecordType.NS);
            if (!frame && !automatic.contains(record)) {
                reader.type(type.name());
                DraftReader.checkTtl(record.ttl());
                if (!record.name().isUnder(before.apex())) {
                    throw new ZoneRefusedException(
                            OUTSIDE_ZONE, record.name() + " is not in the zone of " + before.apex() + ".");
                }
                wanted.add(record);
            }
        }
        return wanted;
    }

    private static ZoneRecord read(ZoneContent content, RecordDraft draft, Duration usual) {
        return new DraftReader(content.domain()).read(draft, usual);
    }

    private static ZoneRecord require(ZoneContent content, long id) {
        return content.own().stream()
                .filter(record -> record.id() == id)
                .findFirst()
                .map(OwnRecord::record)
                .orElseThrow(() -> new ZoneRefusedException(
                        NO_SUCH_RECORD, "The zone of " + content.domain() + " has no record " + id + "."));
    }

    private static Duration ttlOf(List<ZoneLine> lines, ZoneRecord record) {
        return ZoneLines.records(lines).stream()
                .filter(other -> isSameSet(other, record))
                .findFirst()
                .map(ZoneRecord::ttl)
                .orElse(record.ttl());
    }

    /** Adds a record, and gives its TTL to those of its name and type. */
    private static List<ZoneLine> with(List<ZoneLine> lines, ZoneRecord record) {
        Function<ZoneLine, ZoneLine> align = line -> line instanceof ZoneLine.Of of && isSameSet(of.record(), record)
                ? new ZoneLine.Of(new ZoneRecord(
                        of.record().name(), record.ttl(), of.record().data()))
                : line;
        List<ZoneLine> all = new ArrayList<>(lines.stream().map(align).toList());
        all.add(new ZoneLine.Of(record));
        return all;
    }

    private static List<ZoneLine> without(List<ZoneLine> lines, ZoneRecord record) {
        return ZoneLines.missing(lines, List.of(new ZoneLine.Of(record)));
    }

    private static boolean isSameSet(ZoneRecord one, ZoneRecord other) {
        return one.name().equals(other.name())
                && one.data().type() == other.data().type();
    }

    private static boolean isSetting(ZoneLine line, DomainName domain, String name) {
        return line instanceof ZoneLine.Setting setting
                && setting.domain().equals(domain)
                && setting.name().equals(name);
    }

    private void checkSpf(ZoneRecord record) {
        if (record.data() instanceof RecordData.Txt text && Texts.isSpf(text)) {
            DomainName.parse(record.name().text()).ifPresent(name -> checkSpf(name, text.joined()));
        }
    }

    private void checkSpf(DomainName domain, String record) {
        SpfText.check(record);
        spfCheck.problem(record, domain).ifPresent(problem -> {
            throw new ZoneRefusedException(problem.refusal(), problem.sentence());
        });
    }

    private static String sentence(ZoneRecord record) {
        DnsName name = record.name();
        return name + " " + record.ttl().toSeconds() + " " + record.data().type() + " "
                + RecordText.format(record.data());
    }
}
