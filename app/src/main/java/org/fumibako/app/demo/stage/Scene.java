// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.fumibako.app.Fumibako;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.zone.PublishedKey;

/** What people and programs do in a staged trouble, over the ports of the running demo. */
public final class Scene {
    /** Of every staged account; the demo listens on this machine only. */
    public static final String PASSWORD = "staged for the doctor";

    static final Origin STAGE = Origin.system("stage");
    private static final int ROOMY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Fumibako server;
    private final String customer;
    private final DomainName home;

    /** @param home where accounts are added */
    public Scene(Fumibako server, String customer, DomainName home) {
        this.server = server;
        this.customer = customer;
        this.home = home;
    }

    Fumibako server() {
        return server;
    }

    DomainName home() {
        return home;
    }

    Account account(String name) {
        return account(name, home, ROOMY);
    }

    Account account(String name, DomainName domain, int megabytes) {
        EmailAddress address = new EmailAddress(name, domain);
        Account added = server.registry().accounts().add(address, new Quota(megabytes), PASSWORD, STAGE);
        server.store().createAccount(added.id());
        return added;
    }

    /** A domain of the customer's own for the situation, since others must not be harmed. */
    DomainName domain(String name) {
        return server.registry()
                .domains()
                .add(DomainName.of(name + ".test"), customer, STAGE)
                .name();
    }

    /** Makes the domain one of the customer's, wherever its DNS is. */
    DomainName adopt(DomainName domain) {
        if (server.registry().domains().find(domain).isEmpty()) {
            server.registry().domains().add(domain, customer, STAGE);
        }
        return domain;
    }

    /** The keys that sign mail of a domain, once they are made. */
    List<PublishedKey> keys(DomainName domain) {
        DkimKeys keys = server.registry().dkim();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (keys.waits(domain) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return keys.published().of(domain);
    }

    private int port(Service service) {
        return Objects.requireNonNull(server.ports().get(service));
    }

    /** Another server, at MAIL; {@code greeting} was said. */
    Line stranger() throws IOException {
        return greeted(Line.to(port(Service.SMTP)));
    }

    private static Line greeted(Line line) throws IOException {
        line.reply();
        line.say("EHLO mx.elsewhere.test").reply();
        return line;
    }

    /** A message from another server at an address of its own. */
    String receiveFrom(String client, String sender, Account to, String message) throws IOException {
        try (Line line = greeted(Line.from(client, port(Service.SMTP)))) {
            return deliver(line, sender, List.of(to.address().toString()), message);
        }
    }

    /** A message from another server; returns what the server says to it. */
    String receive(String sender, Account to, String message) throws IOException {
        try (Line line = stranger()) {
            return deliver(line, sender, List.of(to.address().toString()), message);
        }
    }

    /** Everything from MAIL on; returns the last reply. */
    static String deliver(Line line, String sender, List<String> recipients, String message) throws IOException {
        String reply = line.say("MAIL FROM:<" + sender + ">").reply();
        for (String recipient : recipients) {
            reply = reply.startsWith("2")
                    ? line.say("RCPT TO:<" + recipient + ">").reply()
                    : reply;
        }
        if (!reply.startsWith("2")) {
            return reply;
        }
        line.say("DATA").reply();
        return line.say(message + "\r\n.").reply();
    }

    /** A mail program that wants to send, signed in. */
    Line submission(Account account) throws IOException {
        Line line = Line.to(port(Service.SUBMISSION));
        signIn(line, account, PASSWORD);
        return line;
    }

    /** The same from elsewhere. */
    Line submissionFrom(String client, Account account) throws IOException {
        Line line = Line.from(client, port(Service.SUBMISSION));
        signIn(line, account, PASSWORD);
        return line;
    }

    /** Tries to come in to send; returns the reply. */
    String trySending(Account account, String password) throws IOException {
        try (Line line = Line.to(port(Service.SUBMISSION))) {
            return signIn(line, account, password);
        }
    }

    private static String signIn(Line line, Account account, String password) throws IOException {
        greeted(line);
        line.say("STARTTLS").reply();
        line.secure(Optional.empty());
        line.say("EHLO desk.test").reply();
        String secret = "\0" + account.address() + "\0" + password;
        return line.say("AUTH PLAIN " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .reply();
    }

    /** Sends from the account; returns the reply to the message. */
    String send(Account from, List<String> to, String message) throws IOException {
        try (Line line = submission(from)) {
            return deliver(line, from.address().toString(), to, message);
        }
    }

    /** A mail program that reads, over TLS and by {@code serverName} where there is one; returns the answer to LOGIN. */
    String read(String login, String password, String program, Optional<String> serverName, String... commands)
            throws IOException {
        try (Line line = Line.to(port(Service.IMAPS)).secure(serverName)) {
            line.hear("* OK");
            line.say("i ID (\"name\" \"" + program + "\")").hear("i ");
            String answer =
                    line.say("l LOGIN " + login + " \"" + password + "\"").hear("l ");
            for (String command : commands) {
                line.say("c " + command).hear("c ");
            }
            return answer;
        }
    }

    /** A POP program that takes what is there and deletes it. */
    void popAndDelete(Account account) throws IOException {
        try (Line line = Line.to(port(Service.POP3S)).secure(Optional.empty())) {
            line.hear("+OK");
            line.say("USER " + account.address()).hear("+OK");
            line.say("PASS " + PASSWORD).hear("+OK");
            line.say("RETR 1").hear(".");
            line.say("DELE 1").hear("+OK");
            line.say("QUIT").hear("+OK");
        }
    }

    /** A copy among what the account sent, as mail programs put one there. */
    void keepSent(Account account, String message) throws IOException {
        byte[] octets = (message + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Line line = Line.to(port(Service.IMAPS)).secure(Optional.empty())) {
            line.hear("* OK");
            line.say("l LOGIN " + account.address() + " \"" + PASSWORD + "\"").hear("l ");
            line.say("a APPEND Sent {" + octets.length + "+}")
                    .say(message + "\r\n")
                    .hear("a ");
        }
    }

    /** A letter with so many octets more than it needs. */
    static String letter(String from, String to, String subject, int padding) {
        return "From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: " + subject
                + "\r\nDate: Mon, 30 Nov 2026 10:00:00 +0900\r\n"
                + "Message-ID: <" + Instant.now().toEpochMilli() + "." + Integer.toHexString(subject.hashCode())
                + "@elsewhere.test>\r\n\r\nHello.\r\n"
                + ("x".repeat(70) + "\r\n").repeat(padding / 72);
    }
}
