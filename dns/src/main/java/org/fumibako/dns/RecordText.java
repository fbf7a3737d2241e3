// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records as people write them in zone files (RFC 1035 §5.1): {@code 10 mx.example.jp.}, {@code "v=spf1 -all"}.
 *
 * <p>Names are complete, with or without the final dot. Text outside ASCII becomes its UTF-8 octets. A text that is longer than
 * {@value RecordData#MAX_STRING} octets is split into strings.
 */
public final class RecordText {
    private RecordText() {}

    /**
     * Reads what a record of a type says.
     *
     * @throws IllegalArgumentException when it is not in that type's form; the message says what is wrong
     */
    public static RecordData parse(RecordType type, String text) {
        RecordTokens tokens = RecordTokens.of(text);
        RecordData data = switch (type) {
            case A -> new RecordData.A(four(tokens.next()));
            case AAAA -> new RecordData.Aaaa(six(tokens.next()));
            case CNAME -> new RecordData.Cname(tokens.name());
            case NS -> new RecordData.Ns(tokens.name());
            case PTR -> new RecordData.Ptr(tokens.name());
            case MX -> new RecordData.Mx(tokens.number(), tokens.name());
            case TXT -> new RecordData.Txt(strings(tokens));
            case SRV -> new RecordData.Srv(tokens.number(), tokens.number(), tokens.number(), tokens.name());
            case CAA -> new RecordData.Caa(tokens.number(), tokens.next(), tokens.next());
            case SOA -> soa(tokens);
            case TLSA -> new RecordData.Tlsa(tokens.number(), tokens.number(), tokens.number(), hex(tokens.rest()));
        };
        tokens.end();
        return data;
    }

    /** The text that {@link #parse} reads; names end in a dot. */
    public static String format(RecordData data) {
        return switch (data) {
            case RecordData.A a -> a.address().getHostAddress();
            case RecordData.Aaaa aaaa -> aaaa.address().getHostAddress();
            case RecordData.Cname cname -> absolute(cname.target());
            case RecordData.Ns ns -> absolute(ns.host());
            case RecordData.Ptr ptr -> absolute(ptr.host());
            case RecordData.Mx mx -> mx.preference() + " " + absolute(mx.exchange());
            case RecordData.Txt txt ->
                txt.strings().stream().map(RecordTokens::quote).collect(Collectors.joining(" "));
            case RecordData.Srv srv ->
                srv.priority() + " " + srv.weight() + " " + srv.port() + " " + absolute(srv.target());
            case RecordData.Caa caa -> caa.flags() + " " + caa.tag() + " " + RecordTokens.quote(caa.value());
            case RecordData.Soa soa -> format(soa);
            case RecordData.Tlsa tlsa ->
                tlsa.usage() + " " + tlsa.selector() + " " + tlsa.matching() + " "
                        + HexFormat.of().formatHex(tlsa.data());
        };
    }

    private static String format(RecordData.Soa soa) {
        return absolute(soa.primary()) + " " + absolute(soa.contact()) + " " + soa.serial() + " "
                + soa.refresh().toSeconds() + " " + soa.retry().toSeconds() + " "
                + soa.expire().toSeconds() + " " + soa.minimum().toSeconds();
    }

    private static RecordData.Soa soa(RecordTokens tokens) {
        return new RecordData.Soa(
                tokens.name(),
                tokens.name(),
                tokens.longNumber(),
                seconds(tokens),
                seconds(tokens),
                seconds(tokens),
                seconds(tokens));
    }

    private static Duration seconds(RecordTokens tokens) {
        return Duration.ofSeconds(tokens.longNumber());
    }

    private static String absolute(DnsName name) {
        return name.equals(DnsName.ROOT) ? "." : name.text().replace("\"", "\\\"") + ".";
    }

    /** Four numbers: the JDK also takes three, two or one. */
    private static Inet4Address four(String text) {
        try {
            if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
                return Inet4Address.ofLiteral(text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an IPv4 address: " + text, e);
        }
        throw new IllegalArgumentException("not an IPv4 address: " + text);
    }

    private static Inet6Address six(String text) {
        try {
            InetAddress address = Inet6Address.ofLiteral(text);
            if (address instanceof Inet6Address six && six.getScopeId() == 0) {
                return six;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an IPv6 address: " + text, e);
        }
        throw new IllegalArgumentException("not an IPv6 address that everybody can reach: " + text);
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not pairs of hexadecimal digits: " + text, e);
        }
    }

    private static List<String> strings(RecordTokens tokens) {
        List<String> strings = new ArrayList<>();
        do {
            String octets = tokens.next();
            int from = 0;
            do {
                int to = Math.min(octets.length(), from + RecordData.MAX_STRING);
                strings.add(octets.substring(from, to));
                from = to;
            } while (from < octets.length());
        } while (tokens.more());
        return strings;
    }

    /** Text as octets, one a character: what is outside ASCII becomes UTF-8. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
