// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.HtmlFacts;
import org.fumibako.filter.message.Link;
import org.fumibako.filter.message.Sample;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;

/**
 * How a message is made, apart from its words: the order of its fields, the form of what programs write into them, its HTML, and which of
 * the names in it belong together - the author's domain with those of the links, of the way it came, of its Message-ID.
 */
final class FormTokens {
    private static final long ORDER = TokenHash.seed("order");
    private static final long SHAPE = TokenHash.seed("shape");
    private static final long TAG = TokenHash.seed("tag");
    private static final long RELATION = TokenHash.seed("relation");
    private static final int MAX_SHAPE = 40;

    /** Received fields from the top that are read: what a message passed on its way here. */
    private static final int HOPS = 4;

    private FormTokens() {}

    static void add(Sample sample, TokenSet tokens) {
        order(sample.headers(), tokens);
        shapes(sample.headers(), tokens);
        for (HtmlFacts html : sample.html()) {
            html.tags().forEach(form -> tokens.add(TokenHash.of(TAG, form)));
        }
        relations(sample, tokens);
        sizes(sample, tokens);
    }

    private static void order(Headers headers, TokenSet tokens) {
        String before = "";
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (!SampleTokens.isOurs(name.toLowerCase(Locale.ROOT)) && !name.equalsIgnoreCase("Received")) {
                tokens.add(TokenHash.of(ORDER, name));
                tokens.add(TokenHash.of(ORDER, before + ' ' + name));
                before = name;
            }
        }
    }

    private static void shapes(Headers headers, TokenSet tokens) {
        for (String name : List.of("Message-ID", "Date", "From", "To")) {
            headers.first(name).ifPresent(value -> tokens.add(TokenHash.of(TokenHash.add(SHAPE, name), shape(value))));
        }
        String date = headers.first("Date").orElse("");
        tokens.add(TokenHash.of(SHAPE, "zone " + date.substring(Math.max(0, date.length() - 5))));
    }

    /** Letters and digits in a row each make one sign; others stand for themselves. */
    static String shape(String value) {
        StringBuilder shape = new StringBuilder(MAX_SHAPE);
        char last = 0;
        for (int i = 0; i < value.length() && shape.length() < MAX_SHAPE; i++) {
            char c = value.charAt(i);
            char kind = Character.isDigit(c) ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c;
            if (kind != last || !Character.isLetterOrDigit(kind)) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }

    private static void relations(Sample sample, TokenSet tokens) {
        String author = sample.authorDomain().map(Hosts::registered).orElse("");
        if (author.isEmpty()) {
            tokens.add(TokenHash.of(RELATION, "no author"));
            return;
        }
        links(sample, author, tokens);
        Headers headers = sample.headers();
        relation(
                "id", headers.first("Message-ID").map(id -> id.replace(">", "")).map(Hosts::ofAddress), author, tokens);
        relation(
                "reply",
                headers.first("Reply-To")
                        .flatMap(value -> MailAddress.parse(value).stream().findFirst())
                        .map(address -> Hosts.ofAddress(address.address())),
                author,
                tokens);
        List<String> received = headers.all("Received");
        boolean passed = received.stream()
                .limit(HOPS)
                .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(author));
        tokens.add(TokenHash.of(RELATION, passed ? "way own" : "way foreign"));
        boolean named = sample.subject().toLowerCase(Locale.ROOT).contains(label(author));
        tokens.add(TokenHash.of(RELATION, named ? "subject names author" : "subject names nobody"));
    }

    private static String label(String domain) {
        int dot = domain.indexOf('.');
        return dot > 2 ? domain.substring(0, dot) : domain;
    }

    private static void relation(String what, Optional<String> host, String author, TokenSet tokens) {
        String kind = host.isEmpty() ? "none" : Hosts.related(host.get(), author) ? "own" : "foreign";
        tokens.add(TokenHash.of(RELATION, what + ' ' + kind));
    }

    private static void links(Sample sample, String author, TokenSet tokens) {
        int own = 0;
        int foreign = 0;
        for (Link link : sample.links()) {
            if (!link.host().isEmpty()) {
                boolean related = Hosts.registered(link.host()).equals(author);
                own += related ? 1 : 0;
                foreign += related ? 0 : 1;
            }
        }
        tokens.add(TokenHash.of(RELATION, "links own " + magnitude(own)));
        tokens.add(TokenHash.of(RELATION, "links foreign " + magnitude(foreign)));
        tokens.add(
                TokenHash.of(RELATION, "links " + (own == 0 ? "not own" : own > foreign ? "mostly own" : "also own")));
    }

    private static void sizes(Sample sample, TokenSet tokens) {
        tokens.add(TokenHash.of(SHAPE, "text " + magnitude(sample.text().length())));
        tokens.add(TokenHash.of(SHAPE, "html " + sample.html().size() + (sample.plain() ? " and plain" : "")));
        for (HtmlFacts html : sample.html()) {
            tokens.add(TokenHash.of(SHAPE, "images " + magnitude(html.images())));
        }
    }

    /** Bits of a number: 0, 1, 2 or 3, 4 to 7, ... */
    private static int magnitude(int number) {
        return 32 - Integer.numberOfLeadingZeros(number);
    }
}
