// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fumibako.model.Flags;
import org.fumibako.testkit.ImapClient;

/**
 * A client that knows of its mailbox only what untagged responses say, and what it did itself with a silent STORE. It complains
 * of responses that no client could make sense of.
 */
final class ModelClient implements AutoCloseable {
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");
    private static final Pattern EXPUNGE = Pattern.compile("\\* (\\d+) EXPUNGE");
    private static final Pattern VANISHED = Pattern.compile("\\* VANISHED ([0-9:,]+)");
    private static final Pattern FETCH = Pattern.compile("\\* (\\d+) FETCH \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern UID_FETCH = Pattern.compile("(?s)\\* (\\d+) UIDFETCH \\((.*)\\)");
    private static final Pattern NAMES_MESSAGES = Pattern.compile("FETCH|STORE|SEARCH|COPY|MOVE|SORT|THREAD|REPLACE");
    private static final Pattern FIXES_NUMBERS = Pattern.compile("FETCH|STORE|SEARCH|SORT|THREAD");
    private static final Pattern FLAGS = Pattern.compile("(?:^| )FLAGS \\(([^)]*)\\)");
    private static final Pattern UID = Pattern.compile("(?:^| )UID (\\d+)");
    private static final Pattern KNOWN = Pattern.compile("\\* FLAGS \\(([^)]*)\\)");
    private static final Pattern SILENT = Pattern.compile("(UID )?STORE (\\S+) ([+-]?)FLAGS.SILENT \\((\\S+)\\)");

    private final ImapClient client;
    private final List<Message> messages = new ArrayList<>();
    private final TreeSet<String> keywords = new TreeSet<>();
    private final Mode mode;
    private boolean numbersAreFixed;

    private ModelClient(ImapClient client, Mode mode) {
        this.client = client;
        this.mode = mode;
    }

    /** How it wants to hear of changes. */
    enum Mode {
        NUMBERS,
        /** VANISHED in place of EXPUNGE. */
        QRESYNC,
        /** UIDs in place of message numbers. */
        UIDONLY
    }

    private static final class Message {
        private long uid;
        private Flags flags = Flags.NONE;
        private boolean known;
    }

    static ModelClient select(ImapClient signedIn, Mode mode) throws IOException {
        ModelClient model = new ModelClient(signedIn, mode);
        if (mode != Mode.NUMBERS) {
            signedIn.command("ENABLE " + mode);
        }
        model.run("SELECT INBOX");
        return model;
    }

    int size() {
        return messages.size();
    }

    /** What it believes, in the form {@code uid (flags)}. */
    List<String> picture() {
        return messages.stream()
                .map(message -> message.uid + " " + message.flags)
                .toList();
    }

    /** Fetches what it does not know yet. */
    private void learnNew() throws IOException {
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).known) {
                long after = i == 0 ? 0 : messages.get(i - 1).uid;
                String newer = mode == Mode.UIDONLY ? "UID FETCH " + (after + 1) : "FETCH " + (i + 1);
                send(newer + ":* (UID FLAGS)", newer + ":* (UID FLAGS)");
            }
        }
    }

    /** Sends a command, hears the answer, and asks for what that left unknown. */
    void run(String command) throws IOException {
        say(command);
        learnNew();
    }

    private void say(String command) throws IOException {
        boolean named = NAMES_MESSAGES.matcher(command).lookingAt();
        String wanted = mode == Mode.UIDONLY && named ? "UID " + command : command;
        send(wanted, wanted.startsWith("UID ") ? withUids(wanted) : wanted);
    }

    /** @param line {@code command} with UIDs in place of numbers, if it is one by UID */
    private void send(String command, String line) throws IOException {
        numbersAreFixed = FIXES_NUMBERS.matcher(command).lookingAt();
        List<Message> meant = SILENT.matcher(command).matches() ? meant(command) : List.of();
        ImapClient.Result result = command.equals("APPEND")
                ? client.append("INBOX", "", "Subject: new\r\n\r\ntext".getBytes(StandardCharsets.US_ASCII))
                : client.command(line);
        if (result.tagged().startsWith("BAD")) {
            throw new AssertionError(line + ": " + result.tagged());
        }
        if (result.ok() || result.tagged().contains("EXPUNGEISSUED")) {
            assume(command, meant);
        }
        result.untagged().forEach(this::hear);
    }

    /** A UID command means the same messages, by the UIDs that the client knows. */
    private String withUids(String command) {
        String[] words = command.split(" ", 4);
        if (words[1].equals("SORT") || words[1].equals("THREAD")) {
            return command;
        }
        List<String> uids = new ArrayList<>();
        for (int number : numbers(words[2])) {
            if (messages.get(number - 1).known) {
                uids.add(Long.toString(messages.get(number - 1).uid));
            }
        }
        if (uids.isEmpty()) {
            return "NOOP";
        }
        String set = words[1].equals("SEARCH") ? "UID " + String.join(",", uids) : String.join(",", uids);
        return "UID " + words[1] + " " + set + " " + words[3];
    }

    private List<Message> meant(String command) {
        Matcher silent = SILENT.matcher(command);
        if (!silent.matches()) {
            return List.of();
        }
        return Arrays.stream(numbers(silent.group(2)))
                .mapToObj(number -> messages.get(number - 1))
                .filter(message -> silent.group(1) == null || message.known)
                .toList();
    }

    private void assume(String command, List<Message> meant) {
        Matcher silent = SILENT.matcher(command);
        if (!silent.matches()) {
            return;
        }
        Flags flags = Flags.of(silent.group(4));
        for (Message message : meant) {
            message.flags = switch (silent.group(3)) {
                case "+" -> message.flags.plus(flags);
                case "-" -> message.flags.minus(flags);
                default -> flags;
            };
        }
    }

    private int[] numbers(String set) {
        String[] ends = set.replace("*", Integer.toString(messages.size())).split(":", -1);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return IntStream.rangeClosed(first, last).toArray();
    }

    private void hear(String response) {
        Matcher exists = EXISTS.matcher(response);
        Matcher expunge = EXPUNGE.matcher(response);
        Matcher vanished = VANISHED.matcher(response);
        Matcher fetch = FETCH.matcher(response);
        Matcher uidFetch = UID_FETCH.matcher(response);
        Matcher known = KNOWN.matcher(response);
        if (exists.matches()) {
            grow(Integer.parseInt(exists.group(1)), response);
        } else if (expunge.matches()) {
            forbidWhileFixed(response);
            messages.remove(Integer.parseInt(expunge.group(1)) - 1);
        } else if (vanished.matches()) {
            forbidWhileFixed(response);
            vanish(vanished.group(1));
        } else if (fetch.matches()) {
            learn(messages.get(Integer.parseInt(fetch.group(1)) - 1), fetch.group(2), response);
        } else if (uidFetch.matches()) {
            learn(withUid(Long.parseLong(uidFetch.group(1))), uidFetch.group(2), response);
        } else if (known.matches()) {
            keywords.addAll(List.of(known.group(1).split(" ", -1)));
        }
    }

    private void grow(int size, String response) {
        if (size < messages.size()) {
            throw new AssertionError(response + " although there are " + messages.size());
        }
        while (messages.size() < size) {
            messages.add(new Message());
        }
    }

    /** The message with that UID; one that it did not know is in its place from now on. */
    private Message withUid(long uid) {
        int at = 0;
        while (at < messages.size() && messages.get(at).known && messages.get(at).uid < uid) {
            at++;
        }
        if (at < messages.size() && messages.get(at).uid == uid) {
            return messages.get(at);
        }
        forgetUnknown(uid);
        Message told = new Message();
        told.uid = uid;
        messages.add(at, told);
        return told;
    }

    private void forbidWhileFixed(String response) {
        if (numbersAreFixed) {
            throw new AssertionError(response + " while a command by number ran");
        }
    }

    private void vanish(String set) {
        for (String range : set.split(",", -1)) {
            String[] ends = range.split(":", -1);
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            for (long uid = first; uid <= last; uid++) {
                long gone = uid;
                if (!messages.removeIf(message -> message.known && message.uid == gone)) {
                    forgetUnknown(gone);
                }
            }
        }
    }

    /** A message that came and went before its UID was told: of those it knows nothing, so any of them will do. */
    private void forgetUnknown(long uid) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (!messages.get(i).known) {
                messages.remove(i);
                return;
            }
        }
        throw new AssertionError("UID " + uid + ", which the client never had");
    }

    private void learn(Message message, String items, String response) {
        Matcher uid = UID.matcher(items);
        Matcher flags = FLAGS.matcher(items);
        if (uid.find()) {
            long told = Long.parseLong(uid.group(1));
            if (message.uid != 0 && message.uid != told) {
                throw new AssertionError(response + " but it was UID " + message.uid);
            }
            message.uid = told;
        }
        if (flags.find()) {
            List<String> names = flags.group(1).isEmpty()
                    ? List.of()
                    : List.of(flags.group(1).split(" ", -1));
            if (!keywords.containsAll(names)) {
                throw new AssertionError(response + " but known flags are " + keywords);
            }
            message.flags = Flags.of(names);
        }
        message.known = message.uid != 0;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
