// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.Connection;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.smtp.server.wire.MailParameters;

/** What a session knows of its peer; confined to the session's thread. */
final class SessionState {
    private final Connection connection;
    private final SmtpService service;
    private Origin origin;
    private Optional<Greeting> greeting = Optional.empty();
    private Optional<Account> account = Optional.empty();
    private Optional<Transaction> transaction = Optional.empty();
    private int transactions;
    private int messages;
    private int refusals;
    private boolean ended;

    SessionState(Connection connection, SmtpService service) {
        this.connection = connection;
        this.service = service;
        this.origin = unknownPeer();
    }

    /** @param extended EHLO or LHLO, not HELO */
    record Greeting(String name, boolean extended) {}

    Connection connection() {
        return connection;
    }

    Origin origin() {
        return origin.withServerName(
                connection.serverName().map(DomainName::ascii).orElse(""));
    }

    Optional<Greeting> greeting() {
        return greeting;
    }

    boolean extended() {
        return greeting.isPresent() && greeting.get().extended();
    }

    /** A greeting also ends a transaction (RFC 5321 §4.1.4). */
    void greeted(Greeting hello) throws IOException {
        abort();
        greeting = Optional.of(hello);
        origin = origin.withClient(hello.name());
    }

    Optional<Account> account() {
        return account;
    }

    void signedIn(SignIn.Granted granted) {
        account = Optional.of(granted.account());
        origin = origin.withLogin(
                granted.account().address(), granted.appPassword().map(AppPassword::name));
    }

    Optional<Transaction> transaction() {
        return transaction;
    }

    void begin(Optional<EmailAddress> sender, MailParameters parameters) {
        transactions++;
        transaction = Optional.of(new Transaction(connection.session() + "." + transactions, sender, parameters));
    }

    /** Ends the transaction, whatever became of it. */
    void abort() throws IOException {
        if (transaction.isPresent()) {
            Transaction ending = transaction.get();
            transaction = Optional.empty();
            ending.close();
        }
    }

    /** Messages that came to their end, taken or not. */
    int messages() {
        return messages;
    }

    /** Counts a recipient that leads nowhere; how many there were before it. */
    int countRefusal() {
        return refusals++;
    }

    void countMessage() {
        messages++;
    }

    /** TLS is on: what was said in clear counts no more (RFC 3207 §4.2). */
    void secured() throws IOException {
        abort();
        greeting = Optional.empty();
        account = Optional.empty();
        origin = unknownPeer();
    }

    boolean ended() {
        return ended;
    }

    /** The session is over once the reply is out. */
    void end() {
        ended = true;
    }

    private Origin unknownPeer() {
        return new Origin(
                service.protocol(), connection.session(), Optional.of(connection.peer()), "", Optional.empty());
    }
}
