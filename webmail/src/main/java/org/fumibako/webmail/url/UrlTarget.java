// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an address leads, taken apart once, so that what is checked and what is connected to cannot differ.
 *
 * @param host a name in ASCII and lower case, or an address literal; without brackets
 * @param port 1 to 65535
 * @param path with the query, percent-encoded, beginning with a slash
 */
record UrlTarget(boolean secure, String host, int port, String path) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_LENGTH = 4_000;

    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[^/?#@:\\[\\]\\\\]+)(?::([0-9]{1,5}))?([/?][^#]*)?(#.*)?");
    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern NAME = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,62})\\.)+[a-z][a-z0-9-]{0,62}\\.?");

    /** Takes an address apart; empty when it is none, or one with a name and password, or of a host written as a number. */
    static Optional<UrlTarget> of(String address) {
        Matcher form = FORM.matcher(address);
        if (address.length() > MAX_LENGTH || !form.matches()) {
            return Optional.empty();
        }
        boolean secure = form.group(1).equalsIgnoreCase("https");
        int port = form.group(3) == null ? secure ? HTTPS : HTTP : Integer.parseInt(form.group(3));
        Optional<String> host = host(form.group(2));
        boolean there = port > 0 && port <= 65_535;
        return host.filter(found -> there).map(found -> new UrlTarget(secure, found, port, path(form.group(4))));
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            return literal(written.substring(1, written.length() - 1));
        }
        try {
            String ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            if (FOUR.matcher(ascii).matches()) {
                return literal(ascii);
            }
            return NAME.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String path(@org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return "/";
        }
        StringBuilder path = new StringBuilder(written.startsWith("/") ? "" : "/");
        for (byte octet : written.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7f) {
                path.append((char) octet);
            } else {
                path.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
            }
        }
        return path.toString();
    }

    /** Whether the host is given by its address. */
    Optional<InetAddress> literal() {
        boolean literal = host.indexOf(':') >= 0 || FOUR.matcher(host).matches();
        return literal ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
    }

    /** As it stands in a request (RFC 9110 §7.2). */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    /** Where a redirect leads from here (RFC 9110 §10.2.2). */
    Optional<UrlTarget> follow(String location) {
        String bare = location.strip();
        String scheme = secure ? "https:" : "http:";
        if (bare.startsWith("//")) {
            return of(scheme + bare);
        }
        if (bare.startsWith("/")) {
            return of(scheme + "//" + authority() + bare);
        }
        if (bare.regionMatches(true, 0, "http", 0, 4)) {
            return of(bare);
        }
        int slash = path.split("\\?", 2)[0].lastIndexOf('/');
        return bare.contains(":")
                ? Optional.empty()
                : of(scheme + "//" + authority() + path.substring(0, slash + 1) + bare);
    }
}
