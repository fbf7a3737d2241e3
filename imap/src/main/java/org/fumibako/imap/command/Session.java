// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.fumibako.imap.selected.SelectedMailbox;
import org.fumibako.imap.selected.UpdateStyle;
import org.fumibako.imap.wire.ImapLimits;
import org.fumibako.imap.wire.ImapReader;
import org.fumibako.imap.wire.ImapState;
import org.fumibako.imap.wire.ImapWriter;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.model.DomainName;
import org.fumibako.net.Connection;
import org.fumibako.registry.Account;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Authenticator.SignIn;

/** What one connection has become: what handlers read and change. */
public final class Session {
    private final Connection connection;
    private final ImapReader reader;
    private final ImapWriter writer;
    private final ReentrantLock writeLock = new ReentrantLock();
    private final Set<Extension> enabled = EnumSet.noneOf(Extension.class);
    private ImapState state = ImapState.NOT_AUTHENTICATED;
    private Origin origin;
    private Optional<Account> account = Optional.empty();
    private Optional<SelectedMailbox> selected = Optional.empty();
    private Optional<Watch> watch = Optional.empty();
    private boolean mayDelete = true;
    private int failedSignIns;
    private boolean tlsRequested;
    private boolean compressionRequested;

    public Session(Connection connection) {
        this.connection = connection;
        this.writer = new ImapWriter(connection.out());
        this.reader = new ImapReader(connection.in(), writer);
        this.origin =
                new Origin(Protocol.IMAP, connection.session(), Optional.of(connection.peer()), "", Optional.empty());
    }

    public ImapReader reader() {
        return reader;
    }

    public ImapWriter writer() {
        return writer;
    }

    /** Held by the loop while a command runs; IDLE gives it up while it waits, so that changes can be written meanwhile. */
    public ReentrantLock writeLock() {
        return writeLock;
    }

    public ImapState state() {
        return state;
    }

    /** For the store and the journal: the peer, what the client calls itself, who signed in. */
    Origin origin() {
        return origin.withServerName(
                connection.serverName().map(DomainName::ascii).orElse(""));
    }

    void origin(Origin known) {
        origin = known;
    }

    /** The account that signed in; only in states after sign-in. */
    Account account() {
        return account.orElseThrow(() -> new IllegalStateException("nobody has signed in"));
    }

    /** Whether the password that was used lets anybody delete and move messages. */
    boolean mayDelete() {
        return mayDelete;
    }

    /** From now on the session ends when the account's sessions are ended. */
    void signedIn(SignIn.Granted granted, Authenticator authenticator) {
        account = Optional.of(granted.account());
        mayDelete = granted.mayDelete();
        origin = origin.withLogin(
                granted.account().address(), granted.appPassword().map(AppPassword::name));
        state = ImapState.AUTHENTICATED;
        reader.signedIn();
        connection.readTimeout(ImapLimits.AUTOLOGOUT);
        connection.whenClosed(authenticator.entered(granted, connection::close));
    }

    /** Forgets who signed in, and everything that the client turned on since (RFC 8437 §3); what it is called stays. */
    void signedOut() {
        ended();
        account = Optional.empty();
        mayDelete = true;
        selected = Optional.empty();
        enabled.clear();
        origin = origin.withoutLogin();
        state = ImapState.NOT_AUTHENTICATED;
        writer.useUtf8(false);
        reader.refuseCharsets(false);
        reader.signedOut();
        connection.readTimeout(ImapLimits.LOGIN_TIMEOUT);
    }

    /** Counts a sign-in that was denied. */
    void signInFailed() {
        failedSignIns++;
    }

    /** How many sign-ins were denied on this connection. */
    public int failedSignIns() {
        return failedSignIns;
    }

    /**
     * Whether a password may be sent: under TLS, or from the machine itself, where there is no wire to listen at (a proxy or
     * webmail beside us).
     */
    boolean passwordsAllowed() {
        return connection.secure() || connection.peer().isLoopbackAddress();
    }

    /** Whether {@link #channelBinding} has something. */
    boolean bound() {
        return connection.bound();
    }

    /** Of the connection ({@link Connection#channelBinding}). */
    Optional<byte[]> channelBinding() {
        return connection.channelBinding();
    }

    boolean tlsAvailable() {
        return connection.tlsAvailable();
    }

    /** TLS is to start after the tagged answer. */
    void requestTls() {
        tlsRequested = true;
    }

    boolean compressed() {
        return connection.compressed();
    }

    /** Compression is to start after the tagged answer. */
    void requestCompression() {
        compressionRequested = true;
    }

    /** Starts TLS or compression if a command was accepted that asks for it; what was learned in clear is forgotten. */
    public void startRequestedLayer() throws IOException {
        if (tlsRequested) {
            tlsRequested = false;
            connection.startTls();
            origin = origin.withClient("");
        }
        if (compressionRequested) {
            compressionRequested = false;
            connection.startDeflate();
        }
    }

    /** The selected mailbox; only in state SELECTED. */
    SelectedMailbox mailbox() {
        return selected.orElseThrow(() -> new IllegalStateException("no mailbox is selected"));
    }

    Optional<SelectedMailbox> selected() {
        return selected;
    }

    void select(SelectedMailbox mailbox) {
        selected = Optional.of(mailbox);
        watch.ifPresent(watching -> watching.opened(mailbox));
        state = ImapState.SELECTED;
    }

    /** Back to the state without a selected mailbox. */
    void unselect() {
        selected = Optional.empty();
        state = ImapState.AUTHENTICATED;
    }

    /**
     * How this client hears of changes.
     *
     * @param uidCommand whether a UID command runs, whose FETCH responses name the UID (RFC 9051 §6.4.9)
     */
    UpdateStyle updates(boolean uidCommand) {
        boolean qresync = enabled(Extension.QRESYNC);
        boolean uidOnly = uidOnly();
        boolean uid = uidCommand || qresync || enabled(Extension.IMAP4REV2);
        return new UpdateStyle(uid && !uidOnly, enabled(Extension.CONDSTORE), qresync || uidOnly, uidOnly);
    }

    /** Whether the client has given up message numbers (RFC 9586). */
    public boolean uidOnly() {
        return enabled(Extension.UIDONLY);
    }

    boolean enabled(Extension extension) {
        return enabled.contains(extension);
    }

    /** Turns an extension on, with what it implies. */
    void enable(Extension extension) {
        enabled.add(extension);
        switch (extension) {
            case IMAP4REV2 -> writer.useUtf8(true);
            case UTF8 -> {
                writer.useUtf8(true);
                reader.refuseCharsets(true);
            }
            case QRESYNC -> enabled.add(Extension.CONDSTORE);
            case CONDSTORE, UIDONLY, METADATA, METADATA_SERVER -> {}
        }
    }

    /** What the client is told without asking, since it gave NOTIFY. */
    Optional<Watch> watch() {
        return watch;
    }

    /** From now on this is told and nothing else. */
    void watch(Watch next) {
        watch.ifPresent(Watch::close);
        watch = Optional.of(next);
    }

    /** The connection is over: nothing is told any more. */
    public void ended() {
        watch.ifPresent(Watch::close);
        watch = Optional.empty();
    }

    /** Whether the server is stopping. */
    boolean closing() {
        return connection.closing();
    }

    /** Ends the connection now, from any thread. */
    void disconnect() {
        connection.close();
    }

    /** Ends the connection after the tagged answer. */
    void logout() {
        state = ImapState.LOGOUT;
    }
}
