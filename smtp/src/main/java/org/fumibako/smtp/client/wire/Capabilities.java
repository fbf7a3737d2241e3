// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.fumibako.model.SmtpReply;

/** What a server offers in its answer to EHLO (RFC 5321 §4.1.1.1): keywords in upper case, and their parameters. */
public record Capabilities(Map<String, String> extensions) {
    /** A server that only knows HELO. */
    public static final Capabilities NONE = new Capabilities(Map.of());

    public Capabilities {
        extensions = Map.copyOf(extensions);
    }

    /** Reads the answer; the first line is a greeting, and what is no keyword is passed over. */
    public static Capabilities of(SmtpReply ehlo) {
        Map<String, String> extensions = new HashMap<>();
        List<String> lines = ehlo.text().lines().skip(1).toList();
        for (String line : lines) {
            String[] words = line.strip().split("[ =]", 2);
            String parameters = words.length > 1 ? words[1].strip() : "";
            // Old servers have AUTH twice, once as AUTH=LOGIN: together they say what they mean.
            extensions.merge(words[0].toUpperCase(Locale.ROOT), parameters, (one, other) -> one + " " + other);
        }
        return new Capabilities(extensions);
    }

    private boolean offers(String keyword) {
        return extensions.containsKey(keyword);
    }

    /** RFC 2920. */
    public boolean pipelining() {
        return offers("PIPELINING");
    }

    /** RFC 3207. */
    public boolean startTls() {
        return offers("STARTTLS");
    }

    /** RFC 6152. */
    public boolean eightBitMime() {
        return offers("8BITMIME");
    }

    /** BDAT (RFC 3030 §2). */
    public boolean chunking() {
        return offers("CHUNKING");
    }

    /** The same without BDAT. */
    public Capabilities withoutChunking() {
        Map<String, String> others = new HashMap<>(extensions);
        others.remove("CHUNKING");
        return new Capabilities(others);
    }

    /** RFC 3030 §3; of no use without BDAT. */
    public boolean binaryMime() {
        return chunking() && offers("BINARYMIME");
    }

    /** RFC 6531; it takes 8BITMIME for granted (§3.1). */
    public boolean smtpUtf8() {
        return offers("SMTPUTF8");
    }

    /** RFC 3461. */
    public boolean dsn() {
        return offers("DSN");
    }

    /** Whether MAIL may have the SIZE parameter (RFC 1870 §3). */
    public boolean declaresSize() {
        return offers("SIZE");
    }

    /** The largest message the server takes; empty when it does not say, or says that there is no limit. */
    public OptionalLong maxSize() {
        OptionalLong size = number(extensions.getOrDefault("SIZE", ""));
        return size.isPresent() && size.getAsLong() > 0 ? size : OptionalLong.empty();
    }

    /** How many recipients the server takes at once (RFC 9422 §4.2). */
    public OptionalLong maxRecipients() {
        return limit("RCPTMAX");
    }

    /** How many messages the server takes on one connection (RFC 9422 §4.1). */
    public OptionalLong maxMessages() {
        return limit("MAILMAX");
    }

    /** SASL mechanisms of AUTH (RFC 4954 §3), in upper case. */
    public Set<String> mechanisms() {
        Set<String> mechanisms = new TreeSet<>();
        for (String name : extensions.getOrDefault("AUTH", "").split("[ =]+", -1)) {
            mechanisms.add(name.toUpperCase(Locale.ROOT));
        }
        mechanisms.remove("");
        return mechanisms;
    }

    private OptionalLong limit(String name) {
        for (String limit : extensions.getOrDefault("LIMITS", "").split(" +", -1)) {
            if (limit.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                return number(limit.substring(name.length() + 1));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong number(String digits) {
        return digits.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
