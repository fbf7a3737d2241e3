// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.DomainName;
import org.fumibako.net.Connection;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.Authenticator.SignIn;
import org.fumibako.registry.sasl.SaslServer;
import org.jspecify.annotations.Nullable;

/** What a handler sees of a connection: its state, its maildrop, and how to answer. Confined to the connection's thread. */
public final class Session {
    private static final String SCRAM = "SCRAM-";

    private final Connection connection;
    private Origin origin;
    private @Nullable String user;
    private @Nullable Maildrop maildrop;
    private boolean mayDelete;
    private int failedSignIns;
    private boolean over;

    /** A session that has just begun. */
    public Session(Connection connection) {
        this.connection = connection;
        this.origin =
                new Origin(Protocol.POP3, connection.session(), Optional.of(connection.peer()), "", Optional.empty());
    }

    /** Whether the dialogue has ended. */
    public boolean over() {
        return over;
    }

    /** TRANSACTION state (RFC 1939 §5). */
    public boolean signedIn() {
        return maildrop != null;
    }

    /** How many sign-ins were denied on this connection. */
    public int failedSignIns() {
        return failedSignIns;
    }

    /** A line of success. */
    public void ok(String text) throws IOException {
        connection.out().utf8("+OK " + text).crlf();
    }

    /** A line of refusal, for the person at the client. */
    public void err(String text) throws IOException {
        connection.out().utf8("-ERR " + text).crlf();
    }

    /** With a response code (RFC 2449 §8, RFC 3206). */
    public void err(String code, String text) throws IOException {
        err("[" + code + "] " + text);
    }

    /** The rest of a multi-line response; no line begins with a dot. */
    void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            connection.out().ascii(line).crlf();
        }
        connection.out().ascii(".").crlf();
    }

    Connection connection() {
        return connection;
    }

    Origin origin() {
        return origin.withServerName(
                connection.serverName().map(DomainName::ascii).orElse(""));
    }

    /** Passwords may travel under TLS, and between two programs on this machine. */
    boolean passwordsAllowed() {
        return connection.secure() || connection.peer().isLoopbackAddress();
    }

    /** SASL mechanisms that may be used now: without TLS, those that prove a password without sending it. */
    List<String> mechanisms() {
        return SaslServer.mechanisms(connection.bound()).stream()
                .filter(mechanism -> passwordsAllowed() || hidesPassword(mechanism))
                .toList();
    }

    static boolean hidesPassword(String mechanism) {
        return mechanism.regionMatches(true, 0, SCRAM, 0, SCRAM.length());
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    void user(@Nullable String name) {
        user = name;
    }

    Optional<Maildrop> maildrop() {
        return Optional.ofNullable(maildrop);
    }

    void enter(Maildrop opened, SignIn.Granted granted) {
        maildrop = opened;
        mayDelete = granted.mayDelete();
        origin = origin.withLogin(
                granted.account().address(), granted.appPassword().map(AppPassword::name));
    }

    /** Whether the password that was used lets anybody delete messages. */
    boolean mayDelete() {
        return mayDelete;
    }

    void signInFailed() {
        failedSignIns++;
        user = null;
    }

    void end() {
        over = true;
    }
}
