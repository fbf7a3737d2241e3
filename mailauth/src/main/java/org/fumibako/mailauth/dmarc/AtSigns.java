// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dmarc;

import java.util.Set;
import org.fumibako.dns.DnsName;
import org.fumibako.model.DomainName;

/**
 * Finds the domain after every at-sign that stands neither in a comment nor in quotes. Where a comment or quote is never closed, programs
 * differ about where it ends, so at-signs in it count too.
 */
final class AtSigns {
    private final String text;
    private final Set<DnsName> into;
    private int position;

    private AtSigns(String text, Set<DnsName> into) {
        this.text = text;
        this.into = into;
    }

    /** Adds what it finds, one more than allowed at most. */
    static void domains(String text, Set<DnsName> into) {
        new AtSigns(text, into).scan();
    }

    private void scan() {
        while (position < text.length() && into.size() <= Authors.MAX_DOMAINS) {
            char c = text.charAt(position++);
            if (c == '\\') {
                position++;
            } else if (c == '(' || c == '"') {
                position = afterEnclosed(position - 1);
            } else if (c == '@') {
                domain();
            }
        }
    }

    /** Behind the comment or quote that begins here; behind its first character when it does not end. */
    private int afterEnclosed(int begin) {
        return text.charAt(begin) == '"' ? afterQuote(begin) : afterComment(begin);
    }

    private int afterQuote(int begin) {
        for (int i = begin + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return begin + 1;
    }

    private int afterComment(int begin) {
        int depth = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
            i += c == '\\' ? 1 : 0;
        }
        return begin + 1;
    }

    private void domain() {
        int from = afterSpace(position);
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        DomainName.parse(text.substring(from, end)).ifPresent(name -> into.add(DnsName.of(name)));
        position = Math.max(position, end);
    }

    /** White space and comments may stand between the at-sign and the domain (RFC 5322 §4.4). */
    private int afterSpace(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '(') {
                int after = afterComment(i);
                if (after == i + 1) {
                    return i;
                }
                i = after;
            } else if (c == ' ' || c == '\t') {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        return c > ' ' && c != 0x7F && "()<>[]:;@\\,\"".indexOf(c) < 0;
    }
}
