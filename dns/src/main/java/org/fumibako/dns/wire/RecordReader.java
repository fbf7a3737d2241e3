// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;

/** Reads what a record says from its RDATA. */
public final class RecordReader {
    private static final int MAX_TTL = Integer.MAX_VALUE;

    private RecordReader() {}

    /**
     * Reads {@code length} octets of data. Empty when it is well formed but cannot be said with our values, such as a name with
     * odd octets.
     */
    public static Optional<RecordData> read(RecordType type, MessageReader in, int length)
            throws MalformedMessageException {
        if (length > in.left()) {
            throw new MalformedMessageException("a record is longer than the message");
        }
        int end = in.position() + length;
        Optional<RecordData> data = switch (type) {
            case A -> Optional.of(new RecordData.A(four(in)));
            case AAAA -> six(in);
            case CNAME -> in.name().map(RecordData.Cname::new);
            case NS -> in.name().map(RecordData.Ns::new);
            case PTR -> in.name().map(RecordData.Ptr::new);
            case MX -> mx(in);
            case TXT -> Optional.of(txt(in, end));
            case SRV -> srv(in);
            case CAA -> Optional.of(caa(in, end));
            case SOA -> soa(in);
            case TLSA -> Optional.of(tlsa(in, end));
        };
        if (in.position() != end) {
            throw new MalformedMessageException("a record does not end where it says");
        }
        return data;
    }

    /** A TTL: what would be negative means nothing (RFC 2181 §8). */
    public static Duration ttl(long seconds) {
        return Duration.ofSeconds(seconds > MAX_TTL ? 0 : seconds);
    }

    private static Inet4Address four(MessageReader in) throws MalformedMessageException {
        return (Inet4Address) address(in.octets(4));
    }

    /** An IPv4 address in IPv6's clothes is nothing that can be reached. */
    private static Optional<RecordData> six(MessageReader in) throws MalformedMessageException {
        return address(in.octets(16)) instanceof Inet6Address six
                ? Optional.of(new RecordData.Aaaa(six))
                : Optional.empty();
    }

    private static InetAddress address(byte[] octets) throws MalformedMessageException {
        try {
            return InetAddress.getByAddress(octets);
        } catch (IOException e) {
            throw new MalformedMessageException("not an address: " + e.getMessage());
        }
    }

    private static Optional<RecordData> mx(MessageReader in) throws MalformedMessageException {
        int preference = in.u16();
        return in.name().map(exchange -> new RecordData.Mx(preference, exchange));
    }

    private static RecordData txt(MessageReader in, int end) throws MalformedMessageException {
        List<String> strings = new ArrayList<>();
        do {
            int count = in.u8();
            strings.add(in.latin1(count));
        } while (in.position() < end);
        return new RecordData.Txt(strings);
    }

    private static Optional<RecordData> srv(MessageReader in) throws MalformedMessageException {
        int priority = in.u16();
        int weight = in.u16();
        int port = in.u16();
        return in.name().map(target -> new RecordData.Srv(priority, weight, port, target));
    }

    private static RecordData caa(MessageReader in, int end) throws MalformedMessageException {
        int flags = in.u8();
        String tag = in.latin1(in.u8());
        return new RecordData.Caa(flags, tag, in.latin1(rest(in, end)));
    }

    private static Optional<RecordData> soa(MessageReader in) throws MalformedMessageException {
        Optional<DnsName> primary = in.name();
        Optional<DnsName> contact = in.name();
        long serial = in.u32();
        Duration refresh = Duration.ofSeconds(in.u32());
        Duration retry = Duration.ofSeconds(in.u32());
        Duration expire = Duration.ofSeconds(in.u32());
        Duration minimum = Duration.ofSeconds(in.u32());
        return primary.flatMap(
                host -> contact.map(who -> new RecordData.Soa(host, who, serial, refresh, retry, expire, minimum)));
    }

    private static RecordData tlsa(MessageReader in, int end) throws MalformedMessageException {
        int usage = in.u8();
        int selector = in.u8();
        int matching = in.u8();
        return new RecordData.Tlsa(usage, selector, matching, in.octets(rest(in, end)));
    }

    private static int rest(MessageReader in, int end) throws MalformedMessageException {
        if (in.position() > end) {
            throw new MalformedMessageException("a record does not end where it says");
        }
        return end - in.position();
    }
}
