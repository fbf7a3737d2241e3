// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.net.Connection;
import org.fumibako.registry.Account;
import org.fumibako.registry.sasl.SaslServer;

/** What a handler sees of a connection: who it is, and how to answer. Confined to the connection's thread. */
public final class Session {
    private static final String SCRAM = "SCRAM-";

    /** Octets of a string that may stand in quotes (RFC 5804 §4). */
    private static final int MAX_QUOTED = 1_024;

    private final Connection connection;
    private final Origin nobody;
    private Origin origin;
    private Optional<Account> account = Optional.empty();
    private int failedSignIns;
    private boolean over;

    /** A session that has just begun. */
    public Session(Connection connection) {
        this.connection = connection;
        this.nobody = new Origin(
                Protocol.MANAGESIEVE, connection.session(), Optional.of(connection.peer()), "", Optional.empty());
        this.origin = nobody;
    }

    /** Whether the dialogue has ended. */
    public boolean over() {
        return over;
    }

    /** Who has signed in. */
    public Optional<Account> account() {
        return account;
    }

    /** How many sign-ins were denied on this connection. */
    public int failedSignIns() {
        return failedSignIns;
    }

    /** Success. */
    public void ok(String text) throws IOException {
        respond("OK", "", text);
    }

    /** Refusal, for the person at the client. */
    public void no(String text) throws IOException {
        respond("NO", "", text);
    }

    /** With a response code (RFC 5804 §1.3). */
    void no(String code, String text) throws IOException {
        respond("NO", code, text);
    }

    /** The last word. */
    public void bye(String text) throws IOException {
        over = true;
        respond("BYE", "", text);
    }

    void respond(String how, String code, String text) throws IOException {
        connection
                .out()
                .ascii(how + (code.isEmpty() ? "" : " (" + code + ")") + " ")
                .utf8(string(text))
                .crlf();
    }

    void end() {
        over = true;
    }

    /** A line of strings. */
    void line(List<String> strings, String behind) throws IOException {
        connection
                .out()
                .utf8(String.join(" ", strings.stream().map(Session::string).toList()) + behind)
                .crlf();
    }

    /** Quoted, or a literal where quotes cannot hold it. */
    static String string(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        boolean plain = octets.length <= MAX_QUOTED && text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
        return plain
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : "{" + octets.length + "}\r\n" + text;
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

    /** SASL mechanisms that may be used now: without TLS, those that prove a password without sending it. */
    List<String> mechanisms() {
        return SaslServer.mechanisms(connection.bound()).stream()
                .filter(mechanism -> passwordsAllowed() || hidesPassword(mechanism))
                .toList();
    }

    static boolean hidesPassword(String mechanism) {
        return mechanism.regionMatches(true, 0, SCRAM, 0, SCRAM.length());
    }

    void enter(Account who) {
        account = Optional.of(who);
        origin = nobody.withLogin(who.address());
    }

    void leave() {
        account = Optional.empty();
        origin = nobody;
    }

    void signInFailed() {
        failedSignIns++;
    }
}
