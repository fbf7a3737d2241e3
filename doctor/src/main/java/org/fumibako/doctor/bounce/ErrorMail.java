// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.delivery.dsn.ReportFields;
import org.fumibako.doctor.refusal.Refusal;
import org.fumibako.doctor.refusal.Refusals;

/**
 * An error mail, read from its text: the fields of a report (RFC 3464) where there are some, and else the lines that look like a reply
 * of a mail server, with the address that stands before them. That is what Postfix, Exim, qmail, sendmail, Exchange and the large
 * providers have in common.
 *
 * @param messageIds of the message that it is about, without brackets
 */
public record ErrorMail(List<Failure> failures, Set<String> messageIds) {
    /** Characters that are read; the answer stands at the beginning, and what follows is the message given back. */
    public static final int MAX_TEXT = 256 << 10;

    /** Recipients that are explained. */
    public static final int MAX_FAILURES = 20;

    private static final int MAX_WORDS = 600;
    private static final int MAX_LINES_OF_WORDS = 6;

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{Alnum}](?:[\\p{Alnum}.-]{0,250}[\\p{Alnum}])");
    private static final Pattern REPLY = Pattern.compile(
            "(?<![\\d.\\[])([45]\\d\\d)(?:[ -]|: |;)\\s*#?(?:([45]\\.\\d{1,3}\\.\\d{1,3}))?|#([45]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z-]{2,40}):\\s?(.*)");
    private static final Pattern SENDER = Pattern.compile("(?i)mail from:\\s*<[^>]{0,320}>");
    private static final Set<String> ROBOTS =
            Set.of("mailer-daemon", "postmaster", "mailerdaemon", "no-reply", "noreply");

    public ErrorMail {
        failures = List.copyOf(failures);
        messageIds = Set.copyOf(messageIds);
    }

    /**
     * One recipient that was not reached.
     *
     * @param address as the mail says it; empty when it names none
     * @param words of the server that refused
     */
    public record Failure(String address, String words, Refusal meaning) {}

    /** Reads the text; nothing that it says is trusted for more than this explanation. */
    public static ErrorMail read(String text) {
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        List<String> lines = cut.replaceAll("\r\n?", "\n").lines().toList();
        Reader reader = new Reader();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(lines, i);
        }
        return reader.result();
    }

    /** The words found so far, by address. */
    private static final class Reader {
        private final Map<String, String> words = new LinkedHashMap<>();
        private final Set<String> ids = new LinkedHashSet<>();
        private String address = "";

        void line(List<String> lines, int index) {
            String line = lines.get(index);
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                field(field.group(1).toLowerCase(Locale.ROOT), field.group(2), lines, index);
                return;
            }
            lastAddress(line).ifPresent(found -> address = found);
            if (REPLY.matcher(line).find()) {
                keep(from(lines, index, line));
            }
        }

        private void field(String name, String value, List<String> lines, int index) {
            if (ReportFields.namesRecipient(name)) {
                lastAddress(ReportFields.addresses(value)).ifPresent(found -> address = found);
                return;
            }
            switch (name) {
                case "diagnostic-code" -> keep(from(lines, index, value.replaceFirst("(?i)^smtp;\\s*", "")));
                case "status" -> keep(value.strip());
                case "message-id", "original-message-id" -> id(value);
                case "from", "to", "date", "subject", "received", "reply-to", "cc", "return-path", "reporting-mta" -> {}
                default -> {
                    String line = lines.get(index);
                    lastAddress(line).ifPresent(found -> address = found);
                    if (REPLY.matcher(line).find()) {
                        keep(from(lines, index, line));
                    }
                }
            }
        }

        private void id(String value) {
            ids.addAll(ReportFields.ids(value, 1));
        }

        /** What says more about an address replaces what says less. */
        private void keep(String said) {
            if (words.size() >= MAX_FAILURES && !words.containsKey(address)) {
                return;
            }
            words.merge(
                    address,
                    said,
                    (before, now) -> now.length() > before.length() && !before.contains(" ") ? now : before);
        }

        /** The line and those that go on with it, as one. */
        private static String from(List<String> lines, int index, String first) {
            StringBuilder all = new StringBuilder(first.strip());
            for (int i = index + 1; i < Math.min(lines.size(), index + MAX_LINES_OF_WORDS); i++) {
                String next = lines.get(i);
                if (next.isBlank() || FIELD.matcher(next).matches() || next.startsWith("--")) {
                    break;
                }
                all.append(' ').append(next.strip());
            }
            return all.length() > MAX_WORDS ? all.substring(0, MAX_WORDS) : all.toString();
        }

        private static Optional<String> lastAddress(String line) {
            Optional<String> found = Optional.empty();
            // The sender's address says nothing about who was not reached.
            Matcher matcher = ADDRESS.matcher(SENDER.matcher(line).replaceAll(" "));
            while (found.isEmpty() && matcher.find()) {
                String one = matcher.group();
                String local = one.substring(0, one.indexOf('@')).toLowerCase(Locale.ROOT);
                found = ROBOTS.contains(local) ? Optional.empty() : Optional.of(one);
            }
            return found;
        }

        ErrorMail result() {
            List<Failure> failures = new ArrayList<>();
            // An address that is named, with nothing said about it, takes the words that stand without an address.
            words.forEach((who, said) -> {
                if (!who.isEmpty() || words.size() == 1) {
                    failures.add(new Failure(who, said, Refusals.of(said, said.startsWith("4"))));
                }
            });
            return new ErrorMail(failures, ids);
        }
    }
}
