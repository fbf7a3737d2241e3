// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import static org.fumibako.registry.zone.ZoneRefusal.ADDRESS_FOR_NAME;
import static org.fumibako.registry.zone.ZoneRefusal.ALIAS_AT_APEX;
import static org.fumibako.registry.zone.ZoneRefusal.ALIAS_BESIDE_OTHERS;
import static org.fumibako.registry.zone.ZoneRefusal.BAD_ADDRESS;
import static org.fumibako.registry.zone.ZoneRefusal.BELOW_SUB_ZONE;
import static org.fumibako.registry.zone.ZoneRefusal.DUPLICATE;
import static org.fumibako.registry.zone.ZoneRefusal.NAME_SERVERS_OF_APEX;
import static org.fumibako.registry.zone.ZoneRefusal.NULL_MX_BESIDE_OTHERS;
import static org.fumibako.registry.zone.ZoneRefusal.TOO_LONG;
import static org.fumibako.registry.zone.ZoneRefusal.TOO_MANY_OF_A_TYPE;
import static org.fumibako.registry.zone.ZoneRefusal.TOO_MANY_RECORDS;
import static org.fumibako.registry.zone.ZoneRefusal.TWO_DMARC;
import static org.fumibako.registry.zone.ZoneRefusal.TWO_SPF;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.server.ZoneRecord;

/** What the customer's records of one zone must be like, together. Whatever passes makes a zone that can be served. */
final class OwnRecordRules {
    /** Records that a customer writes for one zone; a domain has tens. */
    static final int MAX_RECORDS = 1_000;

    /** Records of one name and type: many more and answers do not fit into datagrams. */
    static final int MAX_SET = 50;

    /** Octets of a text or certificate: four times what the largest key needs. */
    static final int MAX_DATA = 4_096;

    private final DnsName apex;
    private final Map<DnsName, Map<RecordType, List<ZoneRecord>>> names = new HashMap<>();

    private OwnRecordRules(DnsName apex) {
        this.apex = apex;
    }

    /** @throws ZoneRefusedException for the first thing that is wrong */
    static void check(DnsName apex, List<ZoneRecord> records) {
        if (records.size() > MAX_RECORDS) {
            throw new ZoneRefusedException(
                    TOO_MANY_RECORDS, "A zone has at most " + MAX_RECORDS + " records of its owner.");
        }
        OwnRecordRules rules = new OwnRecordRules(apex);
        records.forEach(rules::single);
        twice(records);
        rules.names.forEach(rules::name);
    }

    private void single(ZoneRecord record) {
        switch (record.data()) {
            case RecordData.A a -> reachable(a.address());
            case RecordData.Aaaa aaaa -> reachable(aaaa.address());
            case RecordData.Cname cname -> host(cname.target());
            case RecordData.Mx mx -> host(mx.exchange());
            case RecordData.Ns ns -> host(ns.host());
            case RecordData.Srv srv -> host(srv.target());
            case RecordData.Txt txt -> fits(txt.joined().length());
            case RecordData.Caa caa -> fits(caa.value().length());
            case RecordData.Tlsa tlsa -> fits(tlsa.data().length);
            case RecordData.Ptr _, RecordData.Soa _ -> {}
        }
        names.computeIfAbsent(record.name(), _ -> new EnumMap<>(RecordType.class))
                .computeIfAbsent(record.data().type(), _ -> new ArrayList<>())
                .add(record);
    }

    private static void reachable(InetAddress address) {
        check(
                !address.isAnyLocalAddress() && !address.isMulticastAddress(),
                BAD_ADDRESS,
                address.getHostAddress() + " is no address of a host.");
    }

    private static void host(DnsName name) {
        check(
                !DraftReader.looksLikeAddress(name),
                ADDRESS_FOR_NAME,
                "Here the name of a host is wanted, not the address " + name
                        + ": give the address to a name with a record of type A or AAAA first.");
    }

    private static void fits(int octets) {
        check(octets <= MAX_DATA, TOO_LONG, "A record has at most " + MAX_DATA + " octets.");
    }

    private static void twice(List<ZoneRecord> records) {
        Set<Map.Entry<DnsName, RecordData>> seen = new HashSet<>();
        for (ZoneRecord record : records) {
            check(
                    seen.add(Map.entry(record.name(), record.data())),
                    DUPLICATE,
                    "There is such a record of type " + record.data().type() + " at " + record.name() + " already.");
        }
    }

    private void name(DnsName name, Map<RecordType, List<ZoneRecord>> sets) {
        sets.forEach((type, set) -> check(
                set.size() <= MAX_SET,
                TOO_MANY_OF_A_TYPE,
                "There are at most " + MAX_SET + " records of type " + type + " at one name."));
        alias(name, sets);
        mail(name, sets.getOrDefault(RecordType.MX, List.of()));
        texts(name, sets.getOrDefault(RecordType.TXT, List.of()));
        delegation(name, sets);
    }

    private void alias(DnsName name, Map<RecordType, List<ZoneRecord>> sets) {
        List<ZoneRecord> aliases = sets.getOrDefault(RecordType.CNAME, List.of());
        if (!aliases.isEmpty()) {
            check(
                    !name.equals(apex),
                    ALIAS_AT_APEX,
                    apex + " itself cannot be another name (CNAME) for something: its name servers stand there.");
            check(
                    sets.size() == 1 && aliases.size() == 1,
                    ALIAS_BESIDE_OTHERS,
                    "A record of type CNAME is the only one at its name; " + name + " has others.");
        }
    }

    private static void mail(DnsName name, List<ZoneRecord> exchanges) {
        boolean none = exchanges.stream()
                .anyMatch(record -> ((RecordData.Mx) record.data()).exchange().equals(DnsName.ROOT));
        check(
                !none || exchanges.size() == 1,
                NULL_MX_BESIDE_OTHERS,
                "An MX record to \".\" says that " + name + " takes no mail, so there can be no other.");
    }

    private static void texts(DnsName name, List<ZoneRecord> texts) {
        check(
                count(texts, "v=spf1") <= 1,
                TWO_SPF,
                "There may be one SPF record at " + name + ": put both into one, or change the one that is there.");
        check(count(texts, "v=dmarc1") <= 1, TWO_DMARC, "There may be one DMARC record at " + name + ".");
    }

    private static long count(List<ZoneRecord> texts, String purpose) {
        return texts.stream()
                .filter(record -> Texts.purpose((RecordData.Txt) record.data()).equals(purpose))
                .count();
    }

    /** At a sub-zone's name are its servers; at and below it only addresses, which may be those servers' (RFC 1034 §4.2.1). */
    private void delegation(DnsName name, Map<RecordType, List<ZoneRecord>> sets) {
        check(
                !name.equals(apex) || !sets.containsKey(RecordType.NS),
                NAME_SERVERS_OF_APEX,
                "The name servers of " + apex + " are changed where the domain is registered, not here.");
        cut(name).ifPresent(cut -> {
            for (RecordType type : sets.keySet()) {
                boolean glue = type == RecordType.A || type == RecordType.AAAA;
                check(
                        glue || (type == RecordType.NS && name.equals(cut)),
                        BELOW_SUB_ZONE,
                        "NS records give " + cut + " to other name servers, so a record of type " + type + " at " + name
                                + " would never be seen.");
            }
        });
    }

    /** The highest name at or above that was given away. */
    private Optional<DnsName> cut(DnsName name) {
        Optional<DnsName> cut = Optional.empty();
        DnsName at = name;
        while (!at.equals(apex)) {
            if (names.getOrDefault(at, Map.of()).containsKey(RecordType.NS)) {
                cut = Optional.of(at);
            }
            at = at.parent().orElseThrow();
        }
        return cut;
    }

    private static void check(boolean holds, ZoneRefusal otherwise, String sentence) {
        if (!holds) {
            throw new ZoneRefusedException(otherwise, sentence);
        }
    }
}
