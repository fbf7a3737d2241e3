// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;

/** The records that a domain gets by itself, so that its mail arrives, is trusted, and mail programs find their server. */
final class AutomaticRecords {
    /** How long a record is believed where nobody says otherwise (requirement A8). */
    static final Duration TTL = Duration.ofHours(1);

    private static final int PREFERENCE = 10;
    private static final int HTTPS = 443;

    private final ZoneSettings settings;
    private final DnsName host;

    AutomaticRecords(ZoneSettings settings) {
        this.settings = settings;
        this.host = DnsName.of(settings.host());
    }

    /** The records of all domains in a zone. */
    List<ZoneRecord> of(ZoneContent content) {
        List<ZoneRecord> records = new ArrayList<>();
        for (ZoneMember member : content.members()) {
            boolean apex = member.name().equals(content.domain());
            records.addAll(new Member(member, apex).records());
        }
        return records;
    }

    /** The records of one domain. */
    private final class Member {
        private final ZoneMember member;
        private final boolean apex;
        private final DnsName name;
        private final List<ZoneRecord> records = new ArrayList<>();

        Member(ZoneMember member, boolean apex) {
            this.member = member;
            this.apex = apex;
            this.name = DnsName.of(member.name());
        }

        List<ZoneRecord> records() {
            records.add(new ZoneRecord(name, TTL, new RecordData.Mx(PREFERENCE, host)));
            mailName();
            trust();
            programs();
            return records;
        }

        private void mailName() {
            if (settings.hostAddresses().isEmpty()) {
                add("mail", new RecordData.Cname(host));
            }
            settings.hostAddresses().forEach(address -> add("mail", data(address)));
        }

        /** A subdomain has no SPF record (requirement A10), and a DMARC record only when it wants another policy than its domain. */
        private void trust() {
            if (apex) {
                records.add(new ZoneRecord(name, TTL, Texts.record(spf())));
            }
            member.keys().forEach(key -> add(key.selector() + "._domainkey", Texts.record(key.text())));
            if (apex || member.dmarc().isPresent()) {
                add("_dmarc", Texts.record(dmarc(member.dmarc().orElse(DmarcPolicy.NONE))));
            }
            settings.sts().ifPresent(policy -> {
                add("_mta-sts", Texts.record("v=STSv1; id=" + policy.id(settings.host()) + ";"));
                add("mta-sts", new RecordData.Cname(host));
            });
            // RFC 8460 §3.
            settings.tlsReports()
                    .ifPresent(address -> add("_smtp._tls", Texts.record("v=TLSRPTv1; rua=mailto:" + address)));
        }

        private void programs() {
            add("autoconfig", new RecordData.Cname(host));
            add("autodiscover", new RecordData.Cname(host));
            add("_autodiscover._tcp", new RecordData.Srv(0, 0, HTTPS, host));
            for (MailService service : MailService.values()) {
                if (settings.services().contains(service)) {
                    add(service.labels(), new RecordData.Srv(service.priority(), 1, service.port(), host));
                }
            }
        }

        private String spf() {
            return switch (member.spf()) {
                case SpfChoice.Standard _ -> spf("");
                case SpfChoice.Gmail _ -> spf(" include:_spf.google.com");
                case SpfChoice.Custom custom -> custom.record();
            };
        }

        private String spf(String more) {
            StringBuilder record = new StringBuilder("v=spf1 +a:" + settings.host() + " +a:" + name + " +mx");
            settings.spfIncludes()
                    .forEach(provider -> record.append(" include:").append(provider));
            return record.append(more).append(" ~all").toString();
        }

        private String dmarc(DmarcPolicy policy) {
            String record = "v=DMARC1; p=" + policy.word();
            return settings.dmarcReports()
                    .map(address -> record + "; rua=mailto:" + address)
                    .orElse(record);
        }

        /** Adds a record below the domain; a domain whose name is so long that there is no such name goes without. */
        private void add(String labels, RecordData data) {
            if (labels.length() + 1 + name.text().length() <= DomainName.MAX_LENGTH) {
                records.add(new ZoneRecord(name.prepend(labels), TTL, data));
            }
        }

        private static RecordData data(InetAddress address) {
            return address instanceof Inet6Address six
                    ? new RecordData.Aaaa(six)
                    : new RecordData.A((Inet4Address) address);
        }
    }
}
