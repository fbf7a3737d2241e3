// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.List;
import java.util.Locale;
import org.fumibako.filter.message.Hosts;
import org.fumibako.mime.Headers;

/** Which way a message came, by its Received fields (RFC 5321 §4.4): names of servers and networks of addresses. */
final class ReceivedTokens {
    /** Fields from the top that are read: those below were written by strangers. */
    private static final int MOST = 4;

    private ReceivedTokens() {}

    static void add(Headers headers, long seed, TokenSet tokens) {
        List<String> received = headers.all("Received");
        for (int i = 0; i < Math.min(MOST, received.size()); i++) {
            way(received.get(i).toLowerCase(Locale.ROOT), seed, tokens);
        }
        tokens.add(TokenHash.of(seed, "steps " + Math.min(received.size(), 10)));
    }

    private static void way(String field, long seed, TokenSet tokens) {
        int semicolon = field.indexOf(';');
        String text = semicolon < 0 ? field : field.substring(0, semicolon);
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            if (end > begin) {
                word(text.substring(begin, end), seed, tokens);
            }
            begin = end + 1;
        }
    }

    private static void word(String word, long seed, TokenSet tokens) {
        if (word.indexOf('.') < 0 || word.length() > 100) {
            return;
        }
        tokens.add(TokenHash.of(seed, word));
        if (isAddress(word)) {
            int last = word.lastIndexOf('.');
            tokens.add(TokenHash.of(seed, word.substring(0, last)));
            tokens.add(TokenHash.of(seed, word.substring(0, word.lastIndexOf('.', last - 1))));
        } else {
            tokens.add(TokenHash.of(seed, Hosts.registered(word)));
        }
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    /** Four numbers. */
    private static boolean isAddress(String word) {
        int dots = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3;
    }
}
