// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.OptionalLong;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.registry.Sending;
import org.fumibako.registry.SendingRate;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin account ...}. A password is asked for, or read from standard input; it is never an argument. */
@Command(name = "account", description = "Mail accounts.")
final class AccountCommands {
    private final Registry registry;
    private final MessageStore store;
    private final Terminal terminal;

    AccountCommands(Registry registry, MessageStore store, Terminal terminal) {
        this.registry = registry;
        this.store = store;
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds an account; asks for its password.")
    int add(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--quota", paramLabel = "MB", defaultValue = "2000") int quota) {
        EmailAddress parsed = EmailAddress.of(address);
        Quota allowed = new Quota(quota);
        String password = terminal.askSecret("Password for " + parsed + ": ");
        Account account = registry.accounts().add(parsed, allowed, password, AdminCommands.OPERATOR);
        store.createAccount(account.id());
        terminal.out().println("Added account " + account.address() + " with " + quota + " MB.");
        return 0;
    }

    @Command(name = "list", description = "Lists accounts with what they hold.")
    int list() {
        for (Account account : registry.accounts().list()) {
            MessageStore.Usage usage = store.usage(account.id());
            terminal.out()
                    .println(account.address() + "  " + (usage.size().bytes() >> 20) + " of "
                            + account.quota().megabytes() + " MB, " + usage.messages() + " messages"
                            + (account.suspended() ? "  suspended" : ""));
        }
        return 0;
    }

    @Command(name = "change", aliases = "set", description = "Changes the quota, suspends or resumes, keeps copies.")
    int change(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--quota", paramLabel = "MB") @Nullable Integer quota,
            @Option(names = "--suspended", paramLabel = "true|false", arity = "1") @Nullable Boolean suspended,
            @Option(
                            names = "--keep-sent",
                            paramLabel = "true|false",
                            arity = "1",
                            description = "whether the server files what is submitted in the Sent mailbox")
                    @Nullable
                    Boolean keepSent) {
        EmailAddress parsed = EmailAddress.of(address);
        if (quota != null) {
            registry.accounts().changeQuota(parsed, new Quota(quota), AdminCommands.OPERATOR);
        }
        if (suspended != null) {
            registry.accounts().suspend(parsed, suspended, AdminCommands.OPERATOR);
        }
        if (keepSent != null) {
            registry.accounts().keepSent(parsed, keepSent, AdminCommands.OPERATOR);
        }
        terminal.out().println("Changed account " + parsed + ".");
        return 0;
    }

    @Command(name = "limit", description = "Shows or sets how many recipients it may send to by itself.")
    int limit(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--per-hour", paramLabel = "N|none") @Nullable String perHour,
            @Option(names = "--per-day", paramLabel = "N|none") @Nullable String perDay) {
        EmailAddress parsed = EmailAddress.of(address);
        Account account = registry.accounts()
                .find(parsed)
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + parsed + "."));
        SendingRate before = registry.accounts().sendingRate(account.id());
        SendingRate rate = new SendingRate(changed(before.perHour(), perHour), changed(before.perDay(), perDay));
        if (!rate.equals(before)) {
            registry.accounts().changeSendingRate(parsed, rate, AdminCommands.OPERATOR);
        }
        Sending.Used used = registry.sending().used(account, Sending.Whose.ACCOUNT);
        terminal.out()
                .println(parsed + "  past hour " + used.hour() + " of " + named(rate.perHour()) + ", past day "
                        + used.day() + " of " + named(rate.perDay()));
        return 0;
    }

    private static OptionalLong changed(OptionalLong before, @Nullable String text) {
        if (text == null) {
            return before;
        }
        try {
            return text.equals("none") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("A limit is a number of recipients, or none.", notOne);
        }
    }

    private static String named(OptionalLong limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsLong()) : "what the plan allows";
    }

    @Command(name = "auto-reply", description = "Shows or sets how it answers by itself.")
    int autoReply(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "on|off", arity = "0..1", defaultValue = "") String state,
            @Mixin AutoReplyOptions options) {
        EmailAddress parsed = EmailAddress.of(address);
        AutoReply before = registry.autoReplies().of(parsed);
        AutoReply after = options.changed(before, state);
        if (!after.equals(before)) {
            registry.autoReplies().set(parsed, after, AdminCommands.OPERATOR);
        }
        terminal.out().println(parsed + "  " + AutoReplyOptions.describe(after));
        return 0;
    }

    @Command(name = "password", description = "Replaces the password; asks for the new one.")
    int password(@Parameters(paramLabel = "ADDRESS") String address) {
        EmailAddress parsed = EmailAddress.of(address);
        String password = terminal.askSecret("New password for " + parsed + ": ");
        registry.accounts().changePassword(parsed, password, AdminCommands.OPERATOR);
        terminal.out().println("Changed the password of " + parsed + ".");
        return 0;
    }

    @Command(name = "delete", description = "Deletes an account with all its mail.")
    int delete(@Parameters(paramLabel = "ADDRESS") String address) {
        Account account = registry.accounts().delete(EmailAddress.of(address), AdminCommands.OPERATOR);
        store.deleteAccount(account.id(), AdminCommands.OPERATOR);
        terminal.out().println("Deleted account " + account.address() + ".");
        return 0;
    }
}
