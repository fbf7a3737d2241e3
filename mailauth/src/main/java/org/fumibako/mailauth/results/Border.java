// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;

/**
 * Takes away what strangers say in our name (RFC 8601 §5): the Authentication-Results fields whose first part mentions it, in
 * whatever spelling. Those of others stay; nobody who trusts us believes them.
 */
public final class Border {
    /** Octets of header that are looked through; the SMTP and LMTP servers take no longer header. */
    public static final int MAX_HEADER = 1024 * 1024;

    private static final String NAME = "authentication-results";

    private final String authservId;

    public Border(DomainName authservId) {
        this.authservId = authservId.ascii();
    }

    /** The message without those fields: itself when there is none, else a view of it that copies nothing. */
    public Content clean(Content message) throws IOException {
        byte[] header = header(message);
        List<PartsOfContent.Range> kept = new ArrayList<>(1);
        int keptFrom = 0;
        int field = 0;
        while (field < header.length && !isEmptyLine(header, field)) {
            int next = nextField(header, field);
            if (isOurs(header, field, next)) {
                kept.add(new PartsOfContent.Range(keptFrom, field));
                keptFrom = next;
            }
            field = next;
        }
        if (kept.isEmpty()) {
            return message;
        }
        kept.add(new PartsOfContent.Range(keptFrom, message.size()));
        return new PartsOfContent(message, kept);
    }

    /** The header, and what of the rest comes along; not to be changed. */
    private static byte[] header(Content message) throws IOException {
        if (message.size() <= MAX_HEADER) {
            return message.bytes();
        }
        try (InputStream in = message.open(0, MAX_HEADER)) {
            return in.readAllBytes();
        }
    }

    private boolean isOurs(byte[] header, int from, int to) {
        int colon = from;
        while (colon < to && header[colon] != ':') {
            colon++;
        }
        String name = ascii(header, from, colon).strip();
        if (colon == to || !name.equals(NAME)) {
            return false;
        }
        String body = ascii(header, colon + 1, to);
        int semicolon = body.indexOf(';');
        String first = semicolon < 0 ? body : body.substring(0, semicolon);
        // Comments, quotes, escapes and folds may be anywhere in the name; without them it is what a reader sees.
        return first.contains(authservId) || bare(body).startsWith(authservId);
    }

    /** The body without comments, quotes, backslashes and white space. */
    private static String bare(String body) {
        StringBuilder bare = new StringBuilder(body.length());
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == '\\' && depth > 0) {
                i++;
            } else if (depth == 0 && c > ' ' && c != '"' && c != '\\') {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static String ascii(byte[] octets, int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static boolean isEmptyLine(byte[] octets, int at) {
        return octets[at] == '\n' || (octets[at] == '\r' && at + 1 < octets.length && octets[at + 1] == '\n');
    }

    private static int nextField(byte[] octets, int from) {
        int i = from;
        do {
            while (i < octets.length && octets[i] != '\n') {
                i++;
            }
            i = Math.min(i + 1, octets.length);
        } while (i < octets.length && (octets[i] == ' ' || octets[i] == '\t'));
        return i;
    }
}
