// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;

/** Runs scripts over messages and says in a line each what came of it. */
final class Trial implements Surroundings {
    static final String MAIL = """
            From: Coyote <coyote@desert.example.org>
            To: roadrunner@acme.example.com, "Bunny, Bugs" <bugs+carrot@acme.example.com>
            Subject: I have a present for you
            Date: Mon, 30 Nov 2026 09:00:00 +0900
            Message-ID: <1@desert.example.org>
            X-Count: 12

            Look, I'm sorry about the whole anvil thing.
            """;

    private final Map<String, String> scripts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private String sender = "coyote@desert.example.org";
    private OptionalInt spam = OptionalInt.empty();
    private SieveLimits limits = SieveLimits.DEFAULT;

    static List<String> run(String script) {
        return new Trial().over(MAIL, script);
    }

    static List<String> run(String message, String script) {
        return new Trial().over(message, script);
    }

    Trial script(String name, String text) {
        scripts.put(name, text);
        return this;
    }

    Trial from(String address) {
        sender = address;
        return this;
    }

    Trial spam(int percent) {
        spam = OptionalInt.of(percent);
        return this;
    }

    Trial within(SieveLimits other) {
        limits = other;
        return this;
    }

    List<String> over(String message, String script) {
        Outcome outcome = outcome(message, script);
        return outcome.fault().isPresent()
                ? List.of("fault " + outcome.fault().get())
                : outcome.actions().stream().map(Trial::describe).toList();
    }

    Outcome outcome(String message, String script) {
        try {
            Content content = Content.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            Mail mail = new Mail(
                    content,
                    Headers.of(content.bytes()),
                    () -> MessageParser.parse(content),
                    sender,
                    "bugs+carrot@acme.example.com");
            Outcome outcome = SieveScript.compile("main", script, limits).run(mail, this, limits);
            outcome.marks().forEach(mark -> seen.add(mark.id()));
            return outcome;
        } catch (IOException | SieveException failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    private static String describe(Action action) {
        return switch (action) {
            case Action.Keep keep -> "keep" + flags(keep.flags()) + header(keep.header());
            case Action.FileInto into ->
                "fileinto " + into.specialUse().map(use -> use + " or ").orElse("") + into.mailbox()
                        + (into.create() ? " :create" : "") + flags(into.flags()) + header(into.header());
            case Action.Redirect redirect -> "redirect " + redirect.address() + header(redirect.header());
            case Action.Discard _ -> "discard";
            case Action.Reject reject -> (reject.inDialogue() ? "ereject " : "reject ") + reject.reason();
            case Action.Vacation vacation ->
                "vacation " + vacation.again() + " " + vacation.subject().orElse("-") + " "
                        + vacation.from().orElse("-") + " " + vacation.addresses() + ": " + vacation.reason();
        };
    }

    private static String flags(List<String> flags) {
        return flags.isEmpty() ? "" : " (" + String.join(" ", flags) + ")";
    }

    private static String header(HeaderChanges header) {
        return header.isEmpty() ? "" : " +" + header.front() + " -" + header.removed() + " +" + header.back();
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.parse("2026-12-01T01:30:00+09:00[Asia/Tokyo]");
    }

    @Override
    public boolean mailboxExists(String name) {
        return name.equals("INBOX") || name.equals("Partners");
    }

    @Override
    public boolean specialUseExists(Optional<String> mailbox, String attribute) {
        return attribute.equals("\\Junk")
                && mailbox.filter(name -> !name.equals("Junk")).isEmpty();
    }

    @Override
    public boolean isSeen(String id) {
        return seen.contains(id);
    }

    @Override
    public OptionalInt spamPercent() {
        return spam;
    }

    @Override
    public boolean isScanned() {
        return spam.isPresent();
    }

    @Override
    public Optional<String> metadata(Optional<String> mailbox, String entry) {
        return entry.equals("/private/comment")
                ? mailbox.map(name -> "about " + name).or(() -> Optional.of("mine"))
                : Optional.empty();
    }

    @Override
    public Optional<String> environment(String item) {
        return item.equals("location") ? Optional.of("MDA") : Optional.empty();
    }

    @Override
    public Optional<SieveScript> script(String name, boolean global) {
        try {
            return scripts.containsKey(name)
                    ? Optional.of(SieveScript.compile(name, scripts.get(name), limits))
                    : Optional.empty();
        } catch (SieveException unsound) {
            return Optional.empty();
        }
    }
}
