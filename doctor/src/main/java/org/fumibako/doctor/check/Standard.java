// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.ZoneEntry;

/**
 * How a text record of a domain gets its standard form: by us where the world asks our name servers, and else by hand elsewhere, where
 * nothing that is changed here would cure anything.
 */
public final class Standard {
    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final Predicate<DomainName> ours;
    private final Function<DomainName, List<ZoneEntry>> entries;

    /**
     * Looks at zones.
     *
     * @param ours whether the world asks our name servers about a domain
     * @param entries the records of the zone that a domain of ours is in, those included that a customer's own ones replace
     */
    public Standard(Predicate<DomainName> ours, Function<DomainName, List<ZoneEntry>> entries) {
        this.ours = ours;
        this.entries = entries;
    }

    /**
     * What sets a record.
     *
     * @param setting the last part of the panel's path, and of the call's
     * @param body of the call
     * @param prefix what stands before the domain in the record's name; empty, or with a dot at its end
     * @param version how records of this kind begin
     * @param content what to write where the zone has no such record by itself; the host stands for the domain's server
     */
    record Way(
            String setting,
            Map<String, Object> body,
            String prefix,
            String version,
            Function<DomainName, String> content,
            Phrase label,
            Phrase explanation) {
        DnsName name(DomainName domain) {
            return DnsName.of(prefix + domain.ascii());
        }
    }

    boolean isOurs(DomainName domain) {
        return ours.test(domain);
    }

    Remedy remedy(DomainName domain, Way way) {
        List<ZoneEntry> here = entries.apply(domain).stream()
                .filter(entry -> entry.record().name().equals(way.name(domain)))
                .filter(entry -> isOfKind(entry, way))
                .toList();
        if (!ours.test(domain)) {
            return elsewhere(domain, way, here);
        }
        Optional<Long> own = own(here);
        if (own.isPresent()) {
            return isAutomatic(here)
                    ? withoutOwn(domain, own.get())
                    : call(domain, way, "PUT", "dns/records/" + own.get(), draft(domain, way, here));
        }
        // A subdomain has no record of its own by itself, and no setting for one.
        return way.setting().equals("spf") && !isAutomatic(here)
                ? call(domain, way, "POST", "dns/records", draft(domain, way, here))
                : call(domain, way, "PUT", way.setting(), way.body());
    }

    /** Of a text that a customer wrote in the place of one of ours; empty where ours is in its place. */
    Optional<Remedy> restoring(DomainName domain, DnsName name) {
        return ours.test(domain)
                ? own(entries.apply(domain).stream()
                                .filter(entry -> entry.record().name().equals(name))
                                .toList())
                        .map(id -> withoutOwn(domain, id))
                : Optional.empty();
    }

    private static Optional<Long> own(List<ZoneEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.standing() == ZoneEntry.Standing.OWN)
                .flatMap(entry -> entry.id().stream())
                .findFirst();
    }

    private static boolean isOfKind(ZoneEntry entry, Way way) {
        return entry.record().data() instanceof RecordData.Txt text
                && text.joined()
                        .regionMatches(true, 0, way.version(), 0, way.version().length());
    }

    private static boolean isAutomatic(List<ZoneEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.standing() != ZoneEntry.Standing.OWN);
    }

    /** As it would stand here by itself. */
    private static String content(DomainName domain, Way way, List<ZoneEntry> here) {
        return here.stream()
                .filter(entry -> entry.standing() != ZoneEntry.Standing.OWN)
                .map(entry -> ((RecordData.Txt) entry.record().data()).joined())
                .findFirst()
                .orElseGet(() -> way.content().apply(domain));
    }

    private static Map<String, Object> draft(DomainName domain, Way way, List<ZoneEntry> here) {
        return Map.of("name", way.name(domain).text() + ".", "type", "TXT", "content", content(domain, way, here));
    }

    private static Remedy elsewhere(DomainName domain, Way way, List<ZoneEntry> here) {
        String record = "「" + way.name(domain).text() + "」TXT「" + content(domain, way, here) + "」";
        String english = way.name(domain).text() + " TXT \"" + content(domain, way, here) + "\"";
        return new Remedy.Screen(
                new Phrase("設定する値を見る", "See the record to set"),
                new Phrase(
                        "DNS は他社で管理されているため、ここからは直せません。他社の画面で、" + record + "を設定してください（同じ種類の TXT はこの1件だけにします）。",
                        "DNS of the domain is managed elsewhere, so it cannot be mended here. Set " + english
                                + " there, as the only record of its kind."),
                "/panel/" + domain.ascii() + "/external-dns");
    }

    private static Remedy withoutOwn(DomainName domain, long id) {
        return new Remedy.Call(
                new Phrase("追加した TXT レコードを消して、標準に戻す", "Delete the added TXT record, so that the standard one is back"),
                new Phrase(
                        "DNSレコード設定で追加された TXT レコードが、自動のレコードの代わりになっています。消すと、自動のレコードに戻ります。",
                        "A TXT record that was added in the DNS settings stands in the place of the automatic one,"
                                + " which comes back when it is deleted."),
                "DELETE",
                "/api/domains/" + domain.ascii() + "/dns/records/" + id,
                Map.of(),
                Optional.empty(),
                back(domain),
                UNDOABLE);
    }

    private static Remedy call(DomainName domain, Way way, String method, String path, Map<String, Object> body) {
        return new Remedy.Call(
                way.label(),
                way.explanation(),
                method,
                "/api/domains/" + domain.ascii() + "/" + path,
                body,
                Optional.empty(),
                back(domain),
                UNDOABLE);
    }

    private static Optional<Remedy.Back> back(DomainName domain) {
        return Optional.of(new Remedy.Back("POST", "/api/domains/" + domain.ascii() + "/dns/undo", Map.of()));
    }
}
