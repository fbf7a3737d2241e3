// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.model.DomainName;

/**
 * A name as DNS sees it: lower-case labels without a final dot; {@code ""} is the root (RFC 1035 §2.3.1, RFC 2181 §11).
 *
 * <p>A label is any printable ASCII, the space too, but dot and backslash, so that service labels ({@code _dmarc}), wildcards ({@code *}) and
 * what SPF macros make are names. Labels with other octets exist on the wire, but not here.
 */
public record DnsName(String text) implements Comparable<DnsName> {
    /** Characters in a name (RFC 1035 §2.3.4: 255 octets with the first length octet and the root). */
    public static final int MAX_LENGTH = 253;

    /** Octets in a label (RFC 1035 §2.3.4). */
    public static final int MAX_LABEL = 63;

    /** The root of the tree. */
    public static final DnsName ROOT = new DnsName("");

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    public DnsName {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not a DNS name: " + text);
        }
    }

    /** Reads a name in any case, with or without the final dot; {@code "."} and {@code ""} are the root. */
    public static Optional<DnsName> parse(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String canonical = name.toLowerCase(Locale.ROOT);
        return isCanonical(canonical) ? Optional.of(new DnsName(canonical)) : Optional.empty();
    }

    /** Like {@link #parse}, for names that the program itself wrote down. */
    public static DnsName of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a DNS name: " + text));
    }

    public static DnsName of(DomainName domain) {
        return new DnsName(domain.ascii());
    }

    /** Where the PTR record of an address is: {@code 1.2.0.192.in-addr.arpa}, or nibbles under {@code ip6.arpa} (RFC 3596 §2.5). */
    public static DnsName reverse(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean six = address instanceof Inet6Address;
        StringBuilder name = new StringBuilder();
        for (int i = octets.length - 1; i >= 0; i--) {
            if (six) {
                name.append(HEX[octets[i] & 0xF]).append('.').append(HEX[(octets[i] >> 4) & 0xF]);
            } else {
                name.append(octets[i] & 0xFF);
            }
            name.append('.');
        }
        return new DnsName(name.append(six ? "ip6.arpa" : "in-addr.arpa").toString());
    }

    /**
     * This name below itself: {@code example.jp} with {@code _dmarc} is {@code _dmarc.example.jp}.
     *
     * @throws IllegalArgumentException when the result is no name, as when it is too long
     */
    public DnsName prepend(String labels) {
        return of(text.isEmpty() ? labels : labels + '.' + text);
    }

    /** The name without its first label; the root has no parent. */
    public Optional<DnsName> parent() {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        return Optional.of(dot < 0 ? ROOT : new DnsName(text.substring(dot + 1)));
    }

    /** The labels, first to last; none for the root. */
    public List<String> labels() {
        return text.isEmpty() ? List.of() : List.of(text.split("\\.", -1));
    }

    /** Whether the name is {@code ancestor} or below it. */
    public boolean isUnder(DnsName ancestor) {
        String above = ancestor.text;
        int rest = text.length() - above.length();
        return above.isEmpty() || (text.endsWith(above) && (rest == 0 || text.charAt(rest - 1) == '.'));
    }

    @Override
    public int compareTo(DnsName other) {
        return text.compareTo(other.text);
    }

    /** The text; the root is {@code .}. */
    @Override
    public String toString() {
        return text.isEmpty() ? "." : text;
    }

    private static boolean isCanonical(String name) {
        if (name.isEmpty()) {
            return true;
        }
        if (name.length() > MAX_LENGTH) {
            return false;
        }
        int label = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '.';
            if (c == '.') {
                if (label == 0 || label > MAX_LABEL) {
                    return false;
                }
                label = 0;
            } else if (c >= ' ' && c < 0x7F && c != '\\' && (c < 'A' || c > 'Z')) {
                label++;
            } else {
                return false;
            }
        }
        return true;
    }
}
