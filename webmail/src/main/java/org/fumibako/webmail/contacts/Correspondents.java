// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.HeaderText;
import org.fumibako.model.AccountId;
import org.fumibako.model.SpecialUse;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;

/** Whom an account has written to, from its Sent mailbox. Safe for any number of threads. */
public final class Correspondents {
    /** Messages that are looked into, the newest: a year of a busy person. */
    private static final int MOST_MESSAGES = 5_000;

    private static final int MOST_ACCOUNTS = 200;

    private final AccountMail mail;
    private final Cache<AccountId, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .executor(Runnable::run)
            .build();

    public Correspondents(AccountMail mail) {
        this.mail = mail;
    }

    /**
     * Somebody.
     *
     * @param name as it was written last; empty when it never was
     * @param times how often they were written to
     * @param last when they were written to last
     */
    public record Person(String address, String name, int times, Instant last) {
        private Person and(Person older) {
            return new Person(address, name.isEmpty() ? older.name() : name, times + older.times(), last);
        }
    }

    /** As they were at a state of the account. */
    private record Known(long modSeq, List<Person> people) {}

    /** Those whose name or address has the text in it, in any case and width; the most and latest written to first. */
    public List<Person> find(AccountId account, String text, int most) {
        String wanted = folded(text.strip());
        return all(account).stream()
                .filter(person -> folded(person.name() + " " + person.address()).contains(wanted))
                .limit(most)
                .toList();
    }

    private List<Person> all(AccountId account) {
        MailIndex index = mail.now(account);
        long modSeq = index.state().modSeq();
        Known before = known.getIfPresent(account);
        if (before != null && before.modSeq() == modSeq) {
            return before.people();
        }
        List<Person> people = read(account, index);
        known.put(account, new Known(modSeq, people));
        return people;
    }

    private List<Person> read(AccountId account, MailIndex index) {
        List<MailIndex.IndexedEmail> sent = new ArrayList<>();
        index.seat(SpecialUse.SENT)
                .ifPresent(seat -> index.forEachIn(seat.mailbox().id(), sent::add));
        sent.sort(Comparator.comparingLong(MailIndex.IndexedEmail::receivedAt).reversed());
        List<Long> newest = sent.stream()
                .limit(MOST_MESSAGES)
                .map(MailIndex.IndexedEmail::contentId)
                .toList();
        Map<String, Person> people = new LinkedHashMap<>();
        for (EmailRow row : mail.emails().rows(account, newest, Set.of(MessageStore.Column.ENVELOPE))) {
            EnvelopeFields envelope = EnvelopeFields.of(row.envelope());
            for (String field : List.of("To", "Cc", "Bcc")) {
                for (EnvelopeFields.Address address : envelope.addresses(field)) {
                    person(address, row.receivedAt())
                            .ifPresent(found -> people.merge(folded(found.address()), found, Correspondents::together));
                }
            }
        }
        return people.values().stream()
                .sorted(Comparator.comparingInt(Person::times)
                        .thenComparing(Person::last)
                        .reversed())
                .toList();
    }

    private static Person together(Person one, Person other) {
        return one.last().isBefore(other.last()) ? other.and(one) : one.and(other);
    }

    private static Optional<Person> person(EnvelopeFields.Address address, long at) {
        if (address.mailbox().isEmpty() || address.host().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Person(
                address.mailbox().get() + "@" + address.host().get(),
                address.name().map(HeaderText::decode).orElse(""),
                1,
                Instant.ofEpochMilli(at)));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
