// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.net.Connection;
import org.jspecify.annotations.Nullable;

/** What a handler sees of a connection: its state, its maildrop, and how to answer. Confined to the connection's thread. */
public final class Session {
    private final Connection connection;
    private Origin origin;
    private @Nullable String user;
    private @Nullable Maildrop maildrop;
    private int failedSignIns;
    private boolean over;

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

    public int failedSignIns() {
        return failedSignIns;
    }

    public void ok(String text) throws IOException {
        connection.out().utf8("+OK " + text).crlf();
    }

    public void err(String text) throws IOException {
        connection.out().utf8("-ERR " + text).crlf();
    }

    /** With a response code (RFC 2449 §8, RFC 3206). */
    public void err(String code, String text) throws IOException {
        err("[" + code + "] " + text);
    }

    Connection connection() {
        return connection;
    }

    Origin origin() {
        return origin;
    }

    /** Passwords may travel under TLS, and between two programs on this machine. */
    boolean passwordsAllowed() {
        return connection.secure() || connection.peer().isLoopbackAddress();
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

    void enter(Maildrop opened) {
        maildrop = opened;
        origin = origin.withLogin(opened.account().address());
    }

    void signInFailed() {
        failedSignIns++;
        user = null;
    }

    void end() {
        over = true;
    }
}
