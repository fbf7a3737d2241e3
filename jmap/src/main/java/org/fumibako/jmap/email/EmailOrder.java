// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.LongSet;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.mail.MailIndex.IndexedEmail;
import org.fumibako.jmap.standard.SortKey;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.mime.MailAddress;
import org.fumibako.mime.MailDate;
import org.fumibako.model.AccountId;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;

/** The order of a query's results (RFC 8621 §4.4.2). */
final class EmailOrder {
    static final Set<String> KNOWN = Set.of(
            "receivedAt",
            "sentAt",
            "size",
            "from",
            "to",
            "subject",
            "hasKeyword",
            "allInThreadHaveKeyword",
            "someInThreadHaveKeyword");
    private static final Set<String> IN_ENVELOPE = Set.of("sentAt", "from", "to", "subject");
    private static final Pattern PREFIX = Pattern.compile("^(\\s*(re|fwd?)\\s*:)+", Pattern.CASE_INSENSITIVE);

    private final MailIndex index;
    private final List<SortKey> keys;
    private final Map<Long, EnvelopeFields> envelopes = new HashMap<>();

    EmailOrder(MailIndex index, List<SortKey> keys) {
        this.index = index;
        this.keys = keys.isEmpty() ? List.of(new SortKey("receivedAt", false, "")) : keys;
    }

    /** What one email is sorted by; computed once. */
    private record Entry(IndexedEmail email, Object[] keys, long id) {}

    /** Sorts; what is the same is in the order of ids, the newest first. */
    List<IndexedEmail> sort(List<IndexedEmail> emails, AccountMail mail, AccountId account) {
        if (keys.stream().anyMatch(key -> IN_ENVELOPE.contains(key.property()))) {
            List<Long> ids = emails.stream().map(IndexedEmail::contentId).toList();
            for (EmailRow row : mail.emails().rows(account, ids, Set.of(MessageStore.Column.ENVELOPE))) {
                envelopes.put(row.contentId(), EnvelopeFields.of(row.envelope()));
            }
        }
        List<Source> sources = keys.stream().map(this::source).toList();
        List<Entry> entries = new ArrayList<>(emails.size());
        for (IndexedEmail email : emails) {
            Object[] values = new Object[keys.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = sources.get(i).of(email);
            }
            entries.add(new Entry(email, values, email.contentId()));
        }
        entries.sort(comparator());
        return entries.stream().map(Entry::email).toList();
    }

    /** Gives the value that is compared: a number or a text. */
    private interface Source {
        Object of(IndexedEmail email);
    }

    private Comparator<Entry> comparator() {
        return (one, other) -> {
            for (int i = 0; i < keys.size(); i++) {
                int order = compare(one.keys()[i], other.keys()[i]);
                if (order != 0) {
                    return keys.get(i).ascending() ? order : -order;
                }
            }
            return Long.compare(other.id(), one.id());
        };
    }

    private static int compare(Object one, Object other) {
        return one instanceof Long first && other instanceof Long second
                ? Long.compare(first, second)
                : one.toString().compareTo(other.toString());
    }

    private Source source(SortKey key) {
        return switch (key.property()) {
            case "receivedAt" -> IndexedEmail::receivedAt;
            case "size" -> IndexedEmail::size;
            case "hasKeyword" -> email -> Keywords.has(email.flags(), key.keyword()) ? 1L : 0L;
            case "someInThreadHaveKeyword" -> {
                LongSet some = EmailFilter.threads(index, key.keyword(), true);
                yield email -> some.contains(email.threadId()) ? 1L : 0L;
            }
            case "allInThreadHaveKeyword" -> {
                LongSet lacking = EmailFilter.threads(index, key.keyword(), false);
                yield email -> lacking.contains(email.threadId()) ? 0L : 1L;
            }
            case "sentAt" ->
                email -> field(email, "date")
                        .flatMap(MailDate::parse)
                        .map(date -> date.toInstant().toEpochMilli())
                        .orElse(email.receivedAt());
            case "subject" ->
                email -> field(email, "subject").map(EmailOrder::base).orElse("");
            default ->
                email -> field(email, key.property()).map(EmailOrder::person).orElse("");
        };
    }

    private java.util.Optional<String> field(IndexedEmail email, String name) {
        EnvelopeFields envelope = envelopes.get(email.contentId());
        return envelope == null ? java.util.Optional.empty() : envelope.field(name);
    }

    private static String base(String raw) {
        return PREFIX.matcher(HeaderText.decode(raw)).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    }

    private static String person(String raw) {
        List<MailAddress> addresses = MailAddress.parse(raw);
        if (addresses.isEmpty()) {
            return "";
        }
        MailAddress first = addresses.getFirst();
        return (first.name().isEmpty() ? first.address() : first.name()).toLowerCase(Locale.ROOT);
    }
}
