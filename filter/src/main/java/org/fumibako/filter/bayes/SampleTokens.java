// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.util.List;
import java.util.Locale;
import org.fumibako.filter.FilterLimits;
import org.fumibako.filter.message.Attachment;
import org.fumibako.filter.message.Hosts;
import org.fumibako.filter.message.Link;
import org.fumibako.filter.message.Sample;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailAddress;

/** The tokens of a message: of its text, its subject, its header, where its links lead, what is attached. */
public final class SampleTokens {
    private static final String TAG = "[SPAM] ";

    private static final long TEXT = TokenHash.seed("");
    private static final long SUBJECT = TokenHash.seed("subject");
    private static final long NAME = TokenHash.seed("name");
    private static final long ADDRESS = TokenHash.seed("address");
    private static final long FROM = TokenHash.seed("from");
    private static final long REPLY = TokenHash.seed("reply");
    private static final long PROGRAM = TokenHash.seed("program");
    private static final long FIELD = TokenHash.seed("field");
    private static final long TYPE = TokenHash.seed("type");
    private static final long LINK = TokenHash.seed("link");
    private static final long FILE = TokenHash.seed("file");
    private static final long WAY = TokenHash.seed("way");

    private final FilterLimits limits;

    public SampleTokens(FilterLimits limits) {
        this.limits = limits;
    }

    public TokenSet of(Sample sample) {
        TokenSet tokens = new TokenSet(limits.tokens());
        Tokenizer.cut(untagged(sample.subject()), SUBJECT, tokens);
        authors(sample, tokens);
        header(sample, tokens);
        FormTokens.add(sample, tokens);
        ReceivedTokens.add(sample.headers(), WAY, tokens);
        sample.links().forEach(link -> link(link, tokens));
        sample.attachments().forEach(attachment -> attachment(attachment, tokens));
        Tokenizer.cut(sample.text(), TEXT, tokens);
        return tokens;
    }

    /** Without the tag that we put before it, which would be taken for a word of spam. */
    private static String untagged(String subject) {
        return subject.startsWith(TAG) ? subject.substring(TAG.length()) : subject;
    }

    private static void authors(Sample sample, TokenSet tokens) {
        for (MailAddress author : sample.from()) {
            Tokenizer.cut(author.name(), NAME, tokens);
            address(FROM, author.address(), tokens);
        }
        for (String value : sample.headers().all("Reply-To")) {
            MailAddress.parse(value).forEach(to -> address(REPLY, to.address(), tokens));
        }
    }

    /** The token of mail by this author. */
    public static long ofAuthor(String address) {
        return TokenHash.of(FROM, address.toLowerCase(Locale.ROOT));
    }

    /** The token of mail by anybody of the same registered domain. */
    public static long ofAuthorDomain(String address) {
        return TokenHash.of(FROM, Hosts.registered(Hosts.ofAddress(address)));
    }

    private static void address(long seed, String address, TokenSet tokens) {
        String host = Hosts.ofAddress(address);
        tokens.add(TokenHash.of(seed, address.toLowerCase(Locale.ROOT)));
        tokens.add(TokenHash.of(seed, "@" + host));
        tokens.add(TokenHash.of(seed, Hosts.registered(host)));
        tokens.add(TokenHash.of(seed, "." + host.substring(host.lastIndexOf('.') + 1)));
    }

    private static void header(Sample sample, TokenSet tokens) {
        Headers headers = sample.headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            if (!isOurs(name)) {
                tokens.add(TokenHash.of(FIELD, name));
            }
        }
        for (String name : List.of("X-Mailer", "User-Agent", "List-Id", "Precedence", "X-Priority")) {
            Tokenizer.cut(sample.field(name), TokenHash.add(PROGRAM, name), tokens);
        }
        for (String name : List.of("Content-Type", "Content-Transfer-Encoding", "MIME-Version")) {
            type(headers.first(name).orElse("none"), TokenHash.add(TYPE, name), tokens);
        }
        for (String name : List.of("To", "Cc")) {
            String value = sample.field(name);
            Tokenizer.cut(value, TokenHash.add(ADDRESS, name), tokens);
        }
        String id = headers.first("Message-ID").orElse("none");
        tokens.add(TokenHash.of(TokenHash.add(FIELD, "id"), Hosts.ofAddress(id.replace(">", ""))));
    }

    /** What a content type says, without the boundary, which is another in each message. */
    private static void type(String value, long seed, TokenSet tokens) {
        String lower = value.toLowerCase(Locale.ROOT);
        int boundary = lower.indexOf("boundary");
        Tokenizer.cut(boundary < 0 ? lower : lower.substring(0, boundary), seed, tokens);
        if (boundary >= 0) {
            tokens.add(TokenHash.of(seed, shape(value.substring(boundary + 8))));
        }
    }

    /** Programs are known by how their boundaries look: digits, letters and signs in a row each make one letter. */
    private static String shape(String boundary) {
        StringBuilder shape = new StringBuilder(16);
        for (int i = 0; i < boundary.length() && shape.length() < 16; i++) {
            char c = boundary.charAt(i);
            char kind = Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c;
            if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }

    /** Fields that we write, or that others' filters wrote: what a verdict said must not be learnt from. */
    static boolean isOurs(String name) {
        return name.startsWith("x-spam")
                || name.equals("authentication-results")
                || name.equals("return-path")
                || name.equals("delivered-to")
                || name.equals("received");
    }

    private static void link(Link link, TokenSet tokens) {
        String host = link.host();
        if (host.isEmpty()) {
            int colon = link.target().indexOf(':');
            tokens.add(TokenHash.of(LINK, colon < 0 ? "none" : link.target().substring(0, colon)));
            return;
        }
        tokens.add(TokenHash.of(LINK, host));
        tokens.add(TokenHash.of(LINK, Hosts.registered(host)));
        int path = link.target().indexOf('/', link.target().indexOf("//") + 2);
        if (path > 0) {
            Tokenizer.cut(link.target().substring(path), LINK, tokens);
        }
    }

    private static void attachment(Attachment attachment, TokenSet tokens) {
        tokens.add(TokenHash.of(FILE, attachment.type()));
        Tokenizer.cut(attachment.name(), FILE, tokens);
        attachment.contained().forEach(name -> Tokenizer.cut(name, FILE, tokens));
    }
}
