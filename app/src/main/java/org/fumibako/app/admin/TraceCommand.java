// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.fumibako.app.control.Terminal;
import org.fumibako.journal.Journal;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.MessageLife;
import org.fumibako.journal.TracePage;
import org.fumibako.journal.TraceQuery;
import org.fumibako.journal.TraceQuery.Wanted;
import org.fumibako.journal.TraceQuery.Whose;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code admin trace}: where a message went, from its arrival to its end. */
@Command(name = "trace", description = "The life of a message: checked, filed, read first, moved, deleted; by whom.")
final class TraceCommand implements Callable<Integer> {
    private final Registry registry;
    private final Journal journal;
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Asked asked = new Asked();

    @Option(names = "--account", paramLabel = "ADDRESS", description = "only what concerns this account")
    private @Nullable String address;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "messages from that day on")
    private @Nullable LocalDate since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "messages at most, 1 to 100")
    private int limit;

    @Option(names = "--before", paramLabel = "N", description = "goes on where an answer ended")
    private @Nullable Long before;

    @Option(names = "--json", description = "for programs: one object with all messages")
    private boolean json;

    /** What is known of the message: one of these. */
    static final class Asked {
        @Option(names = "--message-id", paramLabel = "ID", description = "its Message-ID, with or without brackets")
        private @Nullable String messageId;

        @Option(names = "--sender", paramLabel = "ADDRESS", description = "its envelope sender")
        private @Nullable String sender;

        @Option(names = "--subject", paramLabel = "TEXT", description = "a part of its subject")
        private @Nullable String subject;

        Wanted wanted() {
            if (messageId != null) {
                return new Wanted.MessageId(messageId);
            }
            if (sender != null) {
                String given = sender;
                return new Wanted.Sender(EmailAddress.parse(given)
                        .orElseThrow(() -> new IllegalArgumentException(given + " is no address")));
            }
            return new Wanted.Subject(subject == null ? "" : subject);
        }
    }

    TraceCommand(Registry registry, Journal journal, Terminal terminal) {
        this.registry = registry;
        this.journal = journal;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        journal.flush();
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(ZoneId.systemDefault()).toInstant();
        TracePage page = journal.trace(new TraceQuery(
                asked.wanted(), whose(), from, limit, before == null ? OptionalLong.empty() : OptionalLong.of(before)));
        List<MessageLife> lives = page.lives();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("messages", lives.stream().map(TraceCommand::messages).toList());
            page.next().ifPresent(next -> answer.put("next", next));
            terminal.out()
                    .println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            print(page);
        }
        return lives.isEmpty() ? 1 : 0;
    }

    private Whose whose() {
        if (address == null) {
            return new Whose.Everybody();
        }
        String given = address;
        return new Whose.OfAccount(EmailAddress.parse(given)
                .flatMap(registry::account)
                .orElseThrow(() -> new IllegalArgumentException("there is no account " + given))
                .id());
    }

    private void print(TracePage page) {
        List<MessageLife> lives = page.lives();
        JournalPrinter printer = new JournalPrinter(terminal.out(), ZoneId.systemDefault());
        for (MessageLife life : lives.reversed()) {
            life.rows().forEach(printer::print);
            terminal.out().println();
        }
        if (lives.isEmpty()) {
            terminal.out()
                    .println(
                            page.next().isPresent()
                                    ? "Nothing is recorded of such a message in the rows that were read."
                                    : "Nothing is recorded of such a message.");
        }
        page.next().ifPresent(next -> terminal.out().println("There may be more, further back: --before " + next));
    }

    private static Map<String, Object> messages(MessageLife life) {
        return Map.of("events", life.rows().stream().map(TraceCommand::fields).toList());
    }

    private static Map<String, Object> fields(JournalRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", row.at().toString());
        fields.put("kind", row.kind());
        row.account().ifPresent(account -> fields.put("account", account.value()));
        fields.put("text", JournalPrinter.sentence(row.event()));
        fields.put("protocol", row.origin().protocol().name());
        fields.put("session", row.origin().session());
        row.origin().peer().ifPresent(peer -> fields.put("peer", peer.getHostAddress()));
        fields.put("client", row.origin().client());
        row.origin().login().ifPresent(login -> fields.put("login", login.toString()));
        row.origin().appPassword().ifPresent(name -> fields.put("appPassword", name));
        return fields;
    }
}
