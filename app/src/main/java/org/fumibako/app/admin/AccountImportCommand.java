// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fumibako.app.control.Terminal;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.store.MessageStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin account import}: many accounts from a file, as a move from another server brings them. */
@Command(
        name = "import",
        description =
                "Adds the accounts of a file, one a line: ADDRESS,MB,PASSWORD. An empty MB is the default; a password may have"
                        + " commas. Lines that are empty or begin with # are passed over. What cannot be added is named, the rest is added."
                        + " Status 1: something could not.")
final class AccountImportCommand implements Callable<Integer> {
    /** Accounts of one file: what one server is meant to have; each takes a fraction of a second. */
    private static final int MAX_LINES = 100_000;

    /** Characters of a line: the longest address, and the longest password. */
    private static final int MAX_LINE = 2_000;

    private static final int STEP = 1_000;

    private final Registry registry;
    private final MessageStore store;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "- for standard input")
    private Path file = Path.of("");

    @Option(names = "--quota", paramLabel = "MB", defaultValue = "2000", description = "where the file says nothing")
    private int quota;

    AccountImportCommand(Registry registry, MessageStore store, Terminal terminal) {
        this.registry = registry;
        this.store = store;
        this.terminal = terminal;
    }

    /** One account that is to be. */
    private record Wanted(int line, EmailAddress address, Quota quota, String password) {}

    /** Hashing passwords is nearly all of the work, so it is done on all processors. */
    @Override
    public Integer call() throws InterruptedException {
        List<Wanted> wanted = read();
        int added = 0;
        int failed = 0;
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Account>> results = new ArrayList<>(wanted.size());
            for (Wanted one : wanted) {
                results.add(workers.submit(() -> add(one)));
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (succeeded(results.get(i), wanted.get(i))) {
                    added++;
                    progress(added);
                } else {
                    failed++;
                }
            }
        }
        terminal.out().printf("Added %,d accounts; %,d could not be added.%n", added, failed);
        return failed == 0 ? 0 : 1;
    }

    private Account add(Wanted one) {
        Account account = registry.accounts().add(one.address(), one.quota(), one.password(), AdminCommands.OPERATOR);
        store.createAccount(account.id());
        return account;
    }

    private boolean succeeded(Future<Account> result, Wanted one) throws InterruptedException {
        try {
            result.get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RegistryException refused) {
                terminal.err().println("line " + one.line() + ": " + one.address() + ": " + refused.getMessage());
                return false;
            }
            throw new IllegalStateException("line " + one.line(), failed.getCause());
        }
    }

    private void progress(int added) {
        if (added % STEP == 0) {
            terminal.out().printf("%,d accounts ...%n", added);
            terminal.out().flush();
        }
    }

    /** The whole file is read before the first account is added: a file that is none adds nothing. */
    private List<Wanted> read() {
        List<Wanted> wanted = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    wanted.add(parse(line, number));
                }
                if (number > MAX_LINES) {
                    throw new IllegalArgumentException("The file has more than " + MAX_LINES + " lines.");
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return wanted;
    }

    private Wanted parse(String line, int number) {
        List<String> parts = List.of(line.split(",", 3));
        if (parts.size() < 3 || line.length() > MAX_LINE) {
            throw new IllegalArgumentException("Line " + number + " is not ADDRESS,MB,PASSWORD.");
        }
        String megabytes = parts.get(1).strip();
        if (!megabytes.matches("[0-9]{0,9}")) {
            throw new IllegalArgumentException("Line " + number + ": " + megabytes + " is no number of MB.");
        }
        EmailAddress address = EmailAddress.parse(parts.getFirst().strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Line " + number + ": " + parts.getFirst().strip() + " is no address."));
        return new Wanted(
                number, address, new Quota(megabytes.isEmpty() ? quota : Integer.parseInt(megabytes)), parts.get(2));
    }
}
