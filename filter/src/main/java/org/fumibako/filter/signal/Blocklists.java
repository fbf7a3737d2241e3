// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.Link;
import org.fumibako.filter.message.Sample;

/**
 * What lists in DNS say of the server that brought a message, and of the domains that its links lead to (RFC 5782 §2, §3). All lists are
 * asked at once. A list that does not answer, or that says that it does not answer this resolver, says nothing.
 */
public final class Blocklists implements Signal {
    /** The time that all lists have together; the other server waits for our reply to its data meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Domains of links that are asked about; a newsletter has few, and one bad one is enough. */
    private static final int DOMAINS = 10;

    private static final double FIRST = 3.0;
    private static final double EACH_MORE = 1.5;
    private static final double MOST = 6.0;

    private final Resolver resolver;
    private final List<DnsName> ofAddresses;
    private final List<DnsName> ofDomains;

    /**
     * @param ofAddresses zones of lists of servers' addresses
     * @param ofDomains zones of lists of domains in links
     */
    public Blocklists(Resolver resolver, List<DnsName> ofAddresses, List<DnsName> ofDomains) {
        this.resolver = resolver;
        this.ofAddresses = List.copyOf(ofAddresses);
        this.ofDomains = List.copyOf(ofDomains);
    }

    private record Entry(DnsName list, DnsName name, String about) {}

    @Override
    public void examine(Sample sample, Reasons into) {
        List<Entry> addresses = sample.circumstances()
                .client()
                .filter(Blocklists::isPublic)
                .map(this::entries)
                .orElse(List.of());
        List<Entry> domains = entries(sample.links());
        if (addresses.isEmpty() && domains.isEmpty()) {
            return;
        }
        Budget budget = Budget.of(addresses.size() + domains.size(), PATIENCE, System::nanoTime);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> servers = ask(addresses, budget, threads);
            List<Future<Boolean>> links = ask(domains, budget, threads);
            server(listed(addresses, servers), into);
            links(listed(domains, links), into);
        }
    }

    private List<Entry> entries(InetAddress client) {
        String reverse = DnsName.reverse(client).text();
        String labels = reverse.substring(0, reverse.lastIndexOf(".", reverse.lastIndexOf('.') - 1));
        return ofAddresses.stream()
                .map(list -> new Entry(list, DnsName.of(labels + "." + list.text()), client.getHostAddress()))
                .toList();
    }

    private List<Entry> entries(List<Link> links) {
        if (ofDomains.isEmpty()) {
            return List.of();
        }
        List<String> domains = links.stream()
                .map(Link::host)
                .filter(host -> host.indexOf('.') > 0 && Character.isLetter(host.charAt(host.length() - 1)))
                .map(Hosts::registered)
                .distinct()
                .limit(DOMAINS)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (String domain : domains) {
            for (DnsName list : ofDomains) {
                name(domain, list).ifPresent(name -> entries.add(new Entry(list, name, domain)));
            }
        }
        return entries;
    }

    /** Empty for what a message calls a domain and is none. */
    private static Optional<DnsName> name(String domain, DnsName list) {
        return DnsName.parse(domain + "." + list.text());
    }

    private List<Future<Boolean>> ask(List<Entry> entries, Budget budget, ExecutorService threads) {
        return entries.stream()
                .map(entry -> threads.submit(() -> isListed(resolver.resolve(entry.name(), RecordType.A, budget))))
                .toList();
    }

    /** 127.255.255.0/24 is how lists refuse to answer; what is not in 127/8 comes from a resolver that invents answers. */
    private static boolean isListed(Answer answer) {
        return answer.all(RecordData.A.class).stream()
                .map(code -> code.address().getAddress())
                .anyMatch(code -> code[0] == 127 && !((code[1] & 0xff) == 255 && (code[2] & 0xff) == 255));
    }

    private static List<Entry> listed(List<Entry> entries, List<Future<Boolean>> answers) {
        List<Entry> listed = new ArrayList<>(0);
        for (int i = 0; i < entries.size(); i++) {
            try {
                if (answers.get(i).get()) {
                    listed.add(entries.get(i));
                }
            } catch (ExecutionException noWord) {
                // A resolver never throws for what the network does; whatever this is, the list has said nothing.
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return listed;
            }
        }
        return listed;
    }

    private static void server(List<Entry> listed, Reasons into) {
        if (!listed.isEmpty()) {
            String lists = lists(listed);
            into.add(new Reason(
                    "SERVER_LISTED",
                    points(listed),
                    "送信元のサーバーがブラックリスト (" + lists + ") に載っています。",
                    "The server that sent it is on blocklists: " + lists + "."));
        }
    }

    private static void links(List<Entry> listed, Reasons into) {
        if (!listed.isEmpty()) {
            String about = listed.getFirst().about() + ", " + lists(listed);
            into.add(new Reason(
                    "LINK_LISTED",
                    points(listed),
                    "リンク先のドメインがブラックリストに載っています (" + about + ")。",
                    "A domain that it links to is on blocklists: " + about + "."));
        }
    }

    private static String lists(List<Entry> listed) {
        return String.join(
                ", ",
                listed.stream().map(entry -> entry.list().text()).distinct().toList());
    }

    private static double points(List<Entry> listed) {
        long lists = listed.stream().map(Entry::list).distinct().count();
        return Math.min(MOST, FIRST + EACH_MORE * (lists - 1));
    }

    private static boolean isPublic(InetAddress client) {
        return !client.isLoopbackAddress()
                && !client.isSiteLocalAddress()
                && !client.isLinkLocalAddress()
                && !client.isAnyLocalAddress();
    }
}
