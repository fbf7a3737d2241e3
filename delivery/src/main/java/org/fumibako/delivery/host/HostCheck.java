// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;
import org.fumibako.net.AddressBlock;
import org.fumibako.net.TlsCertificate;

/** Checks of the host itself. Safe for any number of threads. */
public final class HostCheck {
    /** Questions of one check: four an address, and three for each blocklist and address. */
    private static final int QUESTIONS = 300;

    private static final Duration TIME = Duration.ofSeconds(30);

    /** For examples and tests (RFC 5737, RFC 3849): nobody's. */
    private static final List<AddressBlock> DOCUMENTATION = Stream.of(
                    "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
            .map(AddressBlock::parse)
            .map(Optional::orElseThrow)
            .toList();

    /** Addresses that are looked at. */
    static final int MAX_ADDRESSES = 8;

    private final Resolver resolver;
    private final CertificateCheck certificates;

    public HostCheck(Resolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.certificates = new CertificateCheck(clock);
    }

    /**
     * The host as it is configured.
     *
     * @param name what we call ourselves in HELO
     * @param own addresses of this machine's interfaces, as far as they are known
     * @param blocklists zones of DNS blocklists (RFC 5782)
     */
    public record Host(
            DomainName name, Set<InetAddress> own, List<DomainName> blocklists, List<TlsCertificate> certificates) {
        public Host {
            own = Set.copyOf(own);
            blocklists = List.copyOf(blocklists);
            certificates = List.copyOf(certificates);
        }
    }

    public List<Finding> check(Host host) {
        Budget budget = Budget.of(QUESTIONS, TIME, System::nanoTime);
        List<Finding> findings = new ArrayList<>();
        Set<InetAddress> addresses = addresses(host, budget, findings);
        for (InetAddress address : addresses) {
            findings.add(isPublic(address) ? reverse(host.name(), address, budget) : unseen(address));
        }
        blocklists(host.blocklists(), addresses, budget, findings);
        findings.addAll(certificates.check(host.name(), host.certificates()));
        findings.add(Finding.unknown(
                "Whether other servers reach port 25 here cannot be seen from inside; try to connect to port 25 of "
                        + host.name() + " from another network.",
                "ほかのサーバーからポート25につながるかどうかは、内側からはわかりません。別のネットワークから " + host.name() + " のポート25につないでみてください。"));
        return findings;
    }

    /** What the name leads to, with the public addresses of this machine. */
    private Set<InetAddress> addresses(Host host, Budget budget, List<Finding> findings) {
        Set<InetAddress> named = new LinkedHashSet<>();
        switch (resolver.addresses(DnsName.of(host.name()), budget)) {
            case Answer.Records records -> {
                named.addAll(addresses(records));
                findings.add(Finding.good(
                        "The name " + host.name() + " leads to " + text(named) + ".",
                        "サーバー名 " + host.name() + " は " + text(named) + " を指しています。"));
            }
            case Answer.NoData _, Answer.NoSuchName _ ->
                findings.add(Finding.problem(
                        "The name " + host.name()
                                + " has no address in DNS. We say this name in HELO, and many servers refuse"
                                + " one that leads nowhere: add an A record, and an AAAA record if this"
                                + " machine has IPv6.",
                        "サーバー名 " + host.name()
                                + " のアドレスが DNS にありません。多くのサーバーは、どこも指さない名前を名乗るサーバーを断ります。A レコード（IPv6 があれば AAAA"
                                + " も）を追加してください。"));
            case Answer.Failure failure ->
                findings.add(Finding.unknown(
                        "DNS did not say where the name " + host.name() + " leads: " + failure.detail() + ".",
                        "サーバー名 " + host.name() + " のアドレスを DNS が答えませんでした: " + failure.detail()));
        }
        Set<InetAddress> all = new LinkedHashSet<>(named);
        for (InetAddress own : host.own()) {
            if (isPublic(own) && all.add(own)) {
                findings.add(Finding.warning(
                        "This machine also has the address " + own.getHostAddress() + ", to which " + host.name()
                                + " does not lead; mail that leaves from it looks strange to others.",
                        "この機械には、" + host.name() + " が指していないアドレス " + own.getHostAddress()
                                + " もあります。そこから出たメールは、ほかのサーバーから不審に見えます。"));
            }
        }
        return all.stream().limit(MAX_ADDRESSES).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Finding unseen(InetAddress address) {
        return Finding.unknown(
                "The address " + address.getHostAddress()
                        + " is one that no other server can see; how others see this host" + " cannot be told.",
                "アドレス " + address.getHostAddress() + " はほかのサーバーから見えないものなので、外からどう見えるかはわかりません。");
    }

    /** The name of the address has to lead back to it (RFC 8601 §2.7.3 calls that iprev). */
    private Finding reverse(DomainName host, InetAddress address, Budget budget) {
        String literal = address.getHostAddress();
        return switch (resolver.ptr(address, budget)) {
            case Answer.Records records -> named(host, address, records.all(RecordData.Ptr.class), budget);
            case Answer.NoData _, Answer.NoSuchName _ ->
                Finding.problem(
                        "The address " + literal + " has no name (PTR record). Gmail and others refuse mail from"
                                + " such addresses: ask whoever gave you the address to name it " + host + ".",
                        "アドレス " + literal + " に逆引きの名前（PTR）がありません。Gmail などはこのようなアドレスからのメールを断ります。アドレスの提供元に、名前を " + host
                                + " にするよう依頼してください。");
            case Answer.Failure failure ->
                Finding.unknown(
                        "DNS did not say how the address " + literal + " is named: " + failure.detail() + ".",
                        "アドレス " + literal + " の逆引きを DNS が答えませんでした: " + failure.detail());
        };
    }

    private Finding named(DomainName host, InetAddress address, List<RecordData.Ptr> names, Budget budget) {
        String literal = address.getHostAddress();
        DnsName wanted = DnsName.of(host);
        boolean right = names.stream().anyMatch(ptr -> ptr.host().equals(wanted));
        DnsName name = right || names.isEmpty() ? wanted : names.getFirst().host();
        if (resolver.addresses(name, budget) instanceof Answer.Records records
                && addresses(records).contains(address)) {
            return right
                    ? Finding.good(
                            "The address " + literal + " is named " + host + ", and the name leads back to it.",
                            "アドレス " + literal + " の逆引きは " + host + " で、正引きとも合っています。")
                    : Finding.warning(
                            "The address " + literal + " is named " + name + ", not " + host
                                    + ". Most servers take that; to be safe, have it named " + host + ".",
                            "アドレス " + literal + " の逆引きは " + name + " で、" + host + " ではありません。多くのサーバーは受け取りますが、" + host
                                    + " にそろえると確実です。");
        }
        return Finding.problem(
                "The address " + literal + " is named " + name + ", but that name does not lead back to"
                        + " it. Servers take the name for forged: make " + name + " lead to " + literal
                        + ", or have the address"
                        + " named " + host + ".",
                "アドレス " + literal + " の逆引きは " + name + " ですが、その名前はこのアドレスを指していません。偽の名前と見なされます。" + name + " が " + literal
                        + " を指すようにするか、逆引きを " + host + " にしてください。");
    }

    private void blocklists(List<DomainName> lists, Set<InetAddress> addresses, Budget budget, List<Finding> findings) {
        if (lists.isEmpty()) {
            findings.add(Finding.unknown(
                    "No blocklist was asked; name some in the configuration, or with --blocklist.",
                    "ブロックリストは調べていません（設定にありません）。"));
        }
        Blocklist blocklist = new Blocklist(resolver, budget);
        for (DomainName list : lists) {
            for (InetAddress address : addresses) {
                findings.add(blocklist.ask(list, address));
            }
        }
    }

    private static Set<InetAddress> addresses(Answer.Records records) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        records.all(RecordData.A.class).forEach(a -> addresses.add(a.address()));
        records.all(RecordData.Aaaa.class).forEach(a -> addresses.add(a.address()));
        return addresses;
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isAnyLocalAddress()
                && (address.getAddress()[0] & 0xfe) != 0xfc
                && DOCUMENTATION.stream().noneMatch(block -> block.contains(address));
    }

    private static String text(Set<InetAddress> addresses) {
        return String.join(
                " and ", addresses.stream().map(InetAddress::getHostAddress).toList());
    }
}
