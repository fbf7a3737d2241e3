// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumibako.delivery.spam.Ruling;
import org.fumibako.model.MailboxId;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.sieve.SieveScript;
import org.fumibako.sieve.Surroundings;
import org.fumibako.store.Annotation;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** What the scripts of one account can ask about. */
record Facts(
        Account account,
        SortingRules rules,
        MessageStore store,
        Library library,
        Sorter.Identity identity,
        InstantSource clock,
        Optional<Ruling.Score> score)
        implements Surroundings {
    @Override
    public ZonedDateTime now() {
        return clock.instant().atZone(identity.zone());
    }

    @Override
    public boolean mailboxExists(String name) {
        return store.mailbox(account.id(), name).isPresent();
    }

    @Override
    public boolean specialUseExists(Optional<String> mailbox, String attribute) {
        return mailbox.isPresent()
                ? store.mailbox(account.id(), mailbox.get())
                                .flatMap(Mailbox::use)
                                .equals(use(attribute))
                        && use(attribute).isPresent()
                : withUse(attribute).isPresent();
    }

    /** The mailbox that has a use. */
    Optional<Mailbox> withUse(String attribute) {
        Optional<SpecialUse> wanted = use(attribute);
        return wanted.isEmpty()
                ? Optional.empty()
                : store.mailboxes(account.id()).stream()
                        .filter(mailbox -> mailbox.use().equals(wanted))
                        .findFirst();
    }

    private static Optional<SpecialUse> use(String attribute) {
        return SpecialUse.ofAttribute(attribute);
    }

    @Override
    public boolean isSeen(String id) {
        return rules.isSeen(account.id(), id);
    }

    @Override
    public Optional<String> environment(String item) {
        return switch (item.toLowerCase(Locale.ROOT)) {
            case "domain" -> Optional.of(account.address().domain().ascii());
            case "host" -> Optional.of(identity.host().ascii());
            case "location" -> Optional.of("MDA");
            case "name" -> Optional.of("Fumibako");
            case "phase" -> Optional.of("during");
            default -> Optional.empty();
        };
    }

    @Override
    public OptionalInt spamPercent() {
        return score.map(known -> OptionalInt.of(known.percent())).orElse(OptionalInt.empty());
    }

    @Override
    public boolean isScanned() {
        return score.filter(Ruling.Score::scanned).isPresent();
    }

    @Override
    public Optional<String> metadata(Optional<String> mailbox, String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        boolean own = name.startsWith("/private/");
        Optional<MailboxId> about =
                mailbox.flatMap(some -> store.mailbox(account.id(), some)).map(Mailbox::id);
        if (about.isPresent() != mailbox.isPresent() || !(own || name.startsWith("/shared/"))) {
            return Optional.empty();
        }
        Annotation.Name wanted = new Annotation.Name(
                about, own ? Optional.of(account.id()) : Optional.empty(), name.substring(name.indexOf('/', 1)));
        return store.annotations().list(account.id()).stream()
                .filter(annotation -> annotation.name().equals(wanted))
                .map(annotation -> new String(annotation.value(), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** There are no scripts that everybody may include. */
    @Override
    public Optional<SieveScript> script(String name, boolean global) {
        return global ? Optional.empty() : library.named(account.id(), name);
    }
}
