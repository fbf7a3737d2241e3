// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Registry;
import org.fumibako.store.OutboundQueue;
import org.fumibako.store.queue.QueueFilter;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.Steering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin queue ...}: mail on its way to other servers. */
@Command(name = "queue", description = "Mail on its way to other servers.")
final class QueueCommands {
    private final Registry registry;
    private final OutboundQueue queue;
    private final Terminal terminal;

    QueueCommands(Registry registry, OutboundQueue queue, Terminal terminal) {
        this.registry = registry;
        this.queue = queue;
        this.terminal = terminal;
    }

    /** Which mail is meant. */
    static final class Scope {
        @Option(names = "--customer", paramLabel = "LOGIN", description = "only mail of this customer")
        private @Nullable String customer;

        @Option(names = "--account", paramLabel = "ADDRESS", description = "only mail of this account")
        private @Nullable String account;

        @Option(names = "--to", paramLabel = "DOMAIN", description = "only mail to this domain")
        private @Nullable String domain;

        @Option(names = "--all", description = "everybody's mail")
        private boolean all;

        /** Whether it was said which mail is meant. */
        boolean given() {
            return all || customer != null || account != null || domain != null;
        }

        QueueFilter filter(Registry registry, @Nullable String id) {
            QueueFilter filter = QueueFilter.ALL;
            if (customer != null) {
                String login = customer;
                filter = filter.of(registry.customers().list().stream()
                        .filter(some -> some.login().equals(login))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no customer " + login + "."))
                        .id());
            }
            if (account != null) {
                EmailAddress address = EmailAddress.of(account);
                filter = filter.of(registry.account(address)
                        .orElseThrow(() -> new IllegalArgumentException("There is no account " + address + "."))
                        .id());
            }
            if (domain != null) {
                filter = filter.to(DomainName.of(domain));
            }
            return id == null
                    ? filter
                    : new QueueFilter(
                            filter.customer(),
                            filter.account(),
                            OptionalLong.of(QueuedMessage.parse(id)),
                            filter.domain());
        }
    }

    @Command(name = "list", description = "Lists recipients that mail is on its way to, the oldest first.")
    int list(
            @Mixin Scope scope,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "rows at most")
                    int limit) {
        QueueFilter filter = scope.filter(registry, null);
        QueuePrinter printer = new QueuePrinter(terminal.out(), ZoneId.systemDefault());
        queue.list(filter, Math.clamp(limit, 1, 10_000)).forEach(printer::line);
        printer.summary(queue.count(filter));
        return 0;
    }

    @Command(name = "show", description = "Shows one message with what came of each attempt.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin Scope scope) {
        List<QueueRow> rows = queue.list(scope.filter(registry, id), 1_000);
        if (rows.isEmpty()) {
            terminal.err().println("fumibako: There is no message " + id + " in the queue.");
            return 1;
        }
        QueuePrinter printer = new QueuePrinter(terminal.out(), ZoneId.systemDefault());
        printer.message(rows.getFirst());
        for (QueueRow row : rows) {
            printer.recipient(row);
            queue.attempts(row.message().queueId(), row.recipient().position()).forEach(printer::attempt);
        }
        return 0;
    }

    @Command(name = "retry", description = "Tries now what waits for its next attempt.")
    int retry(@Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Mixin Scope scope) {
        return steer(Steering.RETRY, id, scope, "tried now");
    }

    @Command(name = "hold", description = "Keeps mail back until it is released.")
    int hold(@Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Mixin Scope scope) {
        return steer(Steering.HOLD, id, scope, "held");
    }

    @Command(name = "release", description = "Lets held mail go on.")
    int release(@Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Mixin Scope scope) {
        return steer(Steering.RELEASE, id, scope, "released");
    }

    @Command(name = "cancel", description = "Takes mail out of the queue; its sender is not told.")
    int cancel(@Parameters(arity = "0..1", paramLabel = "ID") @Nullable String id, @Mixin Scope scope) {
        return steer(Steering.CANCEL, id, scope, "cancelled");
    }

    private int steer(Steering what, @Nullable String id, Scope scope, String done) {
        if (id == null && !scope.given()) {
            throw new IllegalArgumentException("Say which mail: an ID, --customer, --account, --to or --all.");
        }
        QueueFilter filter = scope.filter(registry, id);
        long recipients = queue.steer(what, filter, AdminCommands.OPERATOR);
        terminal.out().println(recipients + (recipients == 1 ? " recipient " : " recipients ") + done + ".");
        return 0;
    }
}
