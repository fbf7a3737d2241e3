// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import org.fumibako.app.control.Terminal;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Plan;
import org.fumibako.registry.PlanLimits;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin plan ...}. */
@Command(name = "plan", description = "What contracts allow.")
final class PlanCommands {
    private static final int MOST_MEGABYTES = 1_000;

    private final Registry registry;
    private final Terminal terminal;

    PlanCommands(Registry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    /** Limits that were named; the others stay. */
    static final class Limits {
        @Option(names = "--domains", paramLabel = "N")
        private @Nullable Long domains;

        @Option(names = "--accounts", paramLabel = "N", description = "over all domains")
        private @Nullable Long accounts;

        @Option(names = "--disk-mb", paramLabel = "N", description = "what the quotas may add up to")
        private @Nullable Long disk;

        @Option(
                names = "--per-hour",
                paramLabel = "N",
                description = "recipients that a customer may send to in an hour")
        private @Nullable Long perHour;

        @Option(names = "--per-day", paramLabel = "N", description = "the same in a day")
        private @Nullable Long perDay;

        @Option(names = "--message-mb", paramLabel = "N", description = "the largest message, 1 to 1000")
        private @Nullable Long message;

        PlanLimits over(PlanLimits before) {
            return new PlanLimits(
                    either(domains, before.domains()),
                    either(accounts, before.accounts()),
                    either(disk, before.diskMegabytes()),
                    either(perHour, before.messagesPerHour()),
                    either(perDay, before.messagesPerDay()),
                    message == null ? before.messageSize() : megabytes(message));
        }

        private static long either(@Nullable Long named, long before) {
            return named == null ? before : named;
        }

        private static ByteSize megabytes(long count) {
            if (count < 1 || count > MOST_MEGABYTES) {
                throw new IllegalArgumentException("The largest message is 1 to " + MOST_MEGABYTES + " MB.");
            }
            return ByteSize.ofMegabytes(count);
        }
    }

    @Command(name = "list", description = "Lists plans with their limits.")
    int list() {
        registry.plans().list().forEach(this::print);
        return 0;
    }

    @Command(name = "add", description = "Adds a plan; what is not named is as in the plan standard.")
    int add(@Parameters(paramLabel = "NAME") String name, @Mixin Limits limits) {
        print(registry.plans().add(name, limits.over(PlanLimits.STANDARD), AdminCommands.OPERATOR));
        return 0;
    }

    @Command(name = "change", description = "Changes the limits that are named.")
    int change(@Parameters(paramLabel = "NAME") String name, @Mixin Limits limits) {
        Plan plan = registry.plans()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no plan " + name + "."));
        print(registry.plans().change(name, limits.over(plan.limits()), AdminCommands.OPERATOR));
        return 0;
    }

    @Command(name = "delete", description = "Deletes a plan that no customer has.")
    int delete(@Parameters(paramLabel = "NAME") String name) {
        registry.plans().delete(name, AdminCommands.OPERATOR);
        terminal.out().println("Deleted plan " + name + ".");
        return 0;
    }

    private void print(Plan plan) {
        PlanLimits limits = plan.limits();
        terminal.out()
                .println(plan.name() + "  " + limits.domains() + " domains, " + limits.accounts() + " accounts, "
                        + limits.diskMegabytes() + " MB, " + limits.messagesPerHour() + " recipients an hour, "
                        + limits.messagesPerDay() + " a day, messages up to "
                        + (limits.messageSize().bytes() >> 20) + " MB");
    }
}
