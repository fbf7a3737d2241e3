// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.app.control.Terminal;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.server.ZoneRecord;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.RecordDraft;
import org.fumibako.registry.zone.ZoneChange;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin dns record ...} (DNSレコード設定). */
@Command(name = "record", description = "What a customer's zone says beside what is automatic.")
final class DnsRecordCommands {
    private final ZoneEditor editor;
    private final Terminal terminal;

    DnsRecordCommands(ZoneEditor editor, Terminal terminal) {
        this.editor = editor;
        this.terminal = terminal;
    }

    @Command(
            name = "list",
            description =
                    "Shows own records with their numbers, automatic ones, and automatic ones that own ones replace.")
    int list(@Parameters(paramLabel = "DOMAIN") String domain) {
        for (ZoneEntry entry : editor.entries(DomainName.of(domain))) {
            String mark = switch (entry.standing()) {
                case OWN -> String.valueOf(entry.id().orElseThrow());
                case AUTOMATIC -> "auto";
                case REPLACED -> "(replaced)";
            };
            terminal.out().println(String.format("%-10s  %s", mark, line(entry.record())));
        }
        return 0;
    }

    @Command(name = "add", description = "Adds a record.")
    int add(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Parameters(paramLabel = "NAME", description = "below the domain; @ is the domain itself") String name,
            @Parameters(paramLabel = "TYPE") String type,
            @Parameters(paramLabel = "CONTENT", arity = "1..*") List<String> content,
            @Option(names = "--ttl", paramLabel = "SECONDS") @Nullable Long ttl,
            @Option(names = "--priority", defaultValue = "0") int priority) {
        RecordDraft draft = draft(name, type, content, ttl, priority);
        ZoneRecord record = editor.add(DomainName.of(domain), draft, AdminCommands.OPERATOR);
        terminal.out().println("Added " + line(record));
        return 0;
    }

    @Command(name = "change", description = "Puts a record in the place of another.")
    int change(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Parameters(paramLabel = "NUMBER") long number,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "TYPE") String type,
            @Parameters(paramLabel = "CONTENT", arity = "1..*") List<String> content,
            @Option(names = "--ttl", paramLabel = "SECONDS") @Nullable Long ttl,
            @Option(names = "--priority", defaultValue = "0") int priority) {
        RecordDraft draft = draft(name, type, content, ttl, priority);
        ZoneRecord record = editor.change(DomainName.of(domain), number, draft, AdminCommands.OPERATOR);
        terminal.out().println("Changed to " + line(record));
        return 0;
    }

    @Command(name = "delete", description = "Deletes a record; an automatic one that it replaced is back.")
    int delete(@Parameters(paramLabel = "DOMAIN") String domain, @Parameters(paramLabel = "NUMBER") long number) {
        ZoneRecord record = editor.delete(DomainName.of(domain), number, AdminCommands.OPERATOR);
        terminal.out().println("Deleted " + line(record));
        return 0;
    }

    @Command(name = "undo", description = "Takes the last change back, of records, SPF or DMARC.")
    int undo(@Parameters(paramLabel = "DOMAIN") String domain) {
        ZoneChange change = editor.undo(DomainName.of(domain), AdminCommands.OPERATOR);
        terminal.out().println("Undone: " + change.what());
        return 0;
    }

    @Command(name = "history", description = "Shows the last changes.")
    int history(@Parameters(paramLabel = "DOMAIN") String domain) {
        for (ZoneChange change : editor.history(DomainName.of(domain))) {
            terminal.out()
                    .println(change.at() + "  " + change.who() + "  " + OneLine.of(change.what())
                            + (change.undone() ? "  (undone)" : ""));
        }
        return 0;
    }

    private static RecordDraft draft(String name, String type, List<String> content, @Nullable Long ttl, int priority) {
        return new RecordDraft(
                name, type, String.join(" ", content), Optional.ofNullable(ttl).map(Duration::ofSeconds), priority);
    }

    private static String line(ZoneRecord record) {
        return record.name() + " " + record.ttl().toSeconds() + " "
                + record.data().type() + " " + RecordText.format(record.data());
    }
}
