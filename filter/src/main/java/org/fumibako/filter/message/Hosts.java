// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.util.Locale;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.dmarc.PublicSuffixes;

/** Names of servers as they stand in addresses and links. */
public final class Hosts {
    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    private Hosts() {}

    /** What stands behind the last at-sign, in lower case; empty without one. */
    public static String ofAddress(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : clean(address.substring(at + 1));
    }

    /** The host of a URI, in lower case, without user, port and final dot; empty when there is none. */
    public static String ofUri(String uri) {
        int begin = uri.indexOf("//");
        if (begin < 0) {
            return "";
        }
        int end = begin + 2;
        while (end < uri.length() && "/?#\\ \t\r\n\"'<>".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String authority = uri.substring(begin + 2, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        return clean(colon < 0 ? host : host.substring(0, colon));
    }

    /** The part of a name that somebody registered: {@code example.co.jp} of {@code www.example.co.jp}; else the name itself. */
    public static String registered(String host) {
        String name = host;
        int dot = name.indexOf('.');
        while (dot > 0 && dot < name.length() - 1) {
            String parent = name.substring(dot + 1);
            if (isSuffix(parent)) {
                return name;
            }
            name = parent;
            dot = name.indexOf('.');
        }
        return host;
    }

    /** Whether both belong to whoever registered them. */
    public static boolean related(String one, String other) {
        return one.equals(other) || registered(one).equals(registered(other));
    }

    private static boolean isSuffix(String name) {
        if (name.indexOf('.') < 0) {
            return true;
        }
        try {
            return SUFFIXES.contains(DnsName.of(name));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static String clean(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
