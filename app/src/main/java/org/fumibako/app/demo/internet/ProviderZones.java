// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fumibako.dns.DnsName;

/** The zones of the simulated Internet as text, by apex: one for each provider, and the one in which addresses have names. */
public final class ProviderZones {
    /** A domain of a customer of ours whose DNS is with somebody else. */
    public static final String KEPT_ELSEWHERE = "kept-elsewhere.test";

    private static final String REVERSE = "0.0.127.in-addr.arpa";

    /** Seconds: who changes a zone wants to see what comes of it. */
    private static final int TTL = 60;

    private final String server;

    /** @param server the name server of all of them, which has 127.0.0.1 */
    public ProviderZones(String server) {
        this.server = server;
    }

    public Map<String, String> texts() {
        Map<String, String> zones = new LinkedHashMap<>();
        StringBuilder reverse = head(REVERSE).append(line("1." + REVERSE, "PTR " + server + "."));
        for (Provider provider : Provider.ALL) {
            zones.put(provider.domain().ascii(), zone(provider));
            for (Host host : provider.hosts()) {
                reverse.append(line(DnsName.reverse(host.address()).text(), "PTR " + host.name() + "."));
            }
        }
        zones.put(REVERSE, reverse.toString());
        zones.put(KEPT_ELSEWHERE, keptElsewhere());
        return zones;
    }

    /** Of a customer who keeps DNS with somebody else, and wrote a second SPF record there for a second sender. */
    private String keptElsewhere() {
        return head(KEPT_ELSEWHERE).toString().replace("NS " + server + ".", "NS ns." + KEPT_ELSEWHERE + ".")
                + line("ns." + KEPT_ELSEWHERE, "A 127.0.0.1")
                + line(KEPT_ELSEWHERE, "MX 10 " + server + ".")
                + line(KEPT_ELSEWHERE, "TXT \"v=spf1 a:" + server + " ~all\"")
                + line(KEPT_ELSEWHERE, "TXT \"v=spf1 include:gmail.test ~all\"");
    }

    private String zone(Provider provider) {
        String domain = provider.domain().ascii();
        StringBuilder zone = head(domain);
        StringBuilder senders = new StringBuilder();
        int preference = 10;
        for (Host host : provider.hosts()) {
            zone.append(line(domain, "MX " + preference + " " + host.name() + "."));
            zone.append(line(host.name().ascii(), "A " + host.address().getHostAddress()));
            zone.append(line(host.name().ascii(), "TXT \"v=spf1 a -all\""));
            senders.append(" ip4:").append(host.address().getHostAddress());
            preference += 10;
        }
        if (provider.hosts().isEmpty()) {
            zone.append(line(domain, "MX 0 ."));
        }
        return zone.append(line(domain, "TXT \"v=spf1" + senders + " -all\""))
                .append(line("_dmarc." + domain, "TXT \"v=DMARC1; p=reject\""))
                .toString();
    }

    private StringBuilder head(String apex) {
        return new StringBuilder("; Every name complete, a record a line. After a change: a higher serial, then"
                        + " ./fumibako admin dns reload\n")
                .append(line(apex, "SOA " + server + ". hostmaster.fumibako.test. 1 7200 900 1209600 60"))
                .append(line(apex, "NS " + server + "."));
    }

    private static String line(String name, String data) {
        return name + ". " + TTL + " IN " + data + "\n";
    }
}
