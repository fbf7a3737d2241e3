// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fumibako.app.demo.internet.Template;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** An office's mail of some weeks: threads, attachments, a newsletter, an invitation, junk. {@code mail/index.tsv} lists it. */
final class SampleMailbox {
    private static final Origin ORIGIN = Origin.system("demo");
    private static final String ARCHIVE = "Archive";
    private static final int COLUMNS = 4;

    private final MessageStore store;
    private final Instant now;

    SampleMailbox(MessageStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /**
     * A line of the index.
     *
     * @param mailbox the mailbox's name
     */
    private record Entry(String file, String mailbox, Flags flags, Duration age) {
        static Entry of(String line) {
            List<String> columns = Arrays.asList(line.split("\t", COLUMNS));
            Flags flags = columns.get(2).equals("-")
                    ? Flags.NONE
                    : Flags.of(columns.get(2).split(" ", -1));
            return new Entry(columns.get(0), columns.get(1), flags, Duration.ofMinutes(Long.parseLong(columns.get(3))));
        }
    }

    /** Files it all in one step. */
    void fill(Account account) throws IOException {
        List<Append> appends = new ArrayList<>();
        for (Entry entry : entries()) {
            Instant date = now.minus(entry.age());
            Content content = Content.of(text(entry.file(), date).getBytes(StandardCharsets.UTF_8));
            Append.Filing filing = new Append.Filing(
                    account.id(),
                    mailbox(account, entry.mailbox()).id(),
                    entry.flags(),
                    date,
                    account.quota().size(),
                    Optional.of(account.address()));
            appends.add(new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), ORIGIN));
        }
        store.append(appends, true);
    }

    private Mailbox mailbox(Account account, String name) throws IOException {
        Optional<Mailbox> found = store.mailboxes(account.id()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        try {
            return found.isPresent() ? found.get() : store.createMailbox(account.id(), name, useOf(name), ORIGIN);
        } catch (MailboxException impossible) {
            throw new IOException(impossible);
        }
    }

    private static Optional<SpecialUse> useOf(String name) {
        return name.equals(ARCHIVE) ? Optional.of(SpecialUse.ARCHIVE) : Optional.empty();
    }

    /** The oldest first, as it came. */
    private static List<Entry> entries() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleMailbox.class.getResourceAsStream("mail/index.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Entry::of)
                    .sorted((one, other) -> other.age().compareTo(one.age()))
                    .toList();
        }
    }

    private static String text(String file, Instant date) throws IOException {
        return Template.of(SampleMailbox.class, "mail/" + file + ".eml")
                .with(Map.of("date", SampleData.DATE.format(date.atZone(ZoneId.systemDefault()))));
    }
}
