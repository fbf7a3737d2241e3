// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.net.InetAddress;
import java.util.Optional;
import org.fumibako.model.EmailAddress;

/**
 * Who did it, and from where: what every journal row says of the session that caused it.
 *
 * @param session short id of the connection, the same in log and journal
 * @param peer the other end's address; empty for what the server does by itself
 * @param client what the client calls itself (IMAP ID, EHLO name), at most 200 characters, or empty
 * @param login the account that signed in, once it has
 * @param appPassword the name of the app password that it signed in with; empty for the account's own password
 * @param actor who changes settings, where that is not an account that signed in: {@code customer demo}; in the journal it stands
 *     in the rows about changes only
 * @param serverName which of the server's names a client asked for in its TLS handshake (RFC 6066 §3), or empty; rows about
 *     sign-ins have it
 */
public record Origin(
        Protocol protocol,
        String session,
        Optional<InetAddress> peer,
        String client,
        Optional<EmailAddress> login,
        Optional<String> appPassword,
        String actor,
        String serverName) {
    /** Characters kept of a client's own name. */
    public static final int MAX_CLIENT = 200;

    public Origin {
        client = client.length() > MAX_CLIENT ? client.substring(0, MAX_CLIENT) : client;
    }

    /** Without a server name. */
    public Origin(
            Protocol protocol,
            String session,
            Optional<InetAddress> peer,
            String client,
            Optional<EmailAddress> login,
            Optional<String> appPassword,
            String actor) {
        this(protocol, session, peer, client, login, appPassword, actor, "");
    }

    /** Without an app password and an actor. */
    public Origin(
            Protocol protocol,
            String session,
            Optional<InetAddress> peer,
            String client,
            Optional<EmailAddress> login) {
        this(protocol, session, peer, client, login, Optional.empty(), "");
    }

    public static Origin system(String task) {
        return new Origin(Protocol.SYSTEM, task, Optional.empty(), "", Optional.empty());
    }

    /** Signed in with the account's own password. */
    public Origin withLogin(EmailAddress address) {
        return withLogin(address, Optional.empty());
    }

    /** Signed in, with an app password where one is named. */
    public Origin withLogin(EmailAddress address, Optional<String> password) {
        return new Origin(protocol, session, peer, client, Optional.of(address), password, actor, serverName);
    }

    /** Nobody is signed in any more. */
    public Origin withoutLogin() {
        return new Origin(protocol, session, peer, client, Optional.empty(), Optional.empty(), "", serverName);
    }

    public Origin withActor(String who) {
        return new Origin(protocol, session, peer, client, login, appPassword, who, serverName);
    }

    public Origin withClient(String name) {
        return new Origin(protocol, session, peer, name, login, appPassword, actor, serverName);
    }

    /** Reached by that of the server's names. */
    public Origin withServerName(String name) {
        return new Origin(protocol, session, peer, client, login, appPassword, actor, name);
    }
}
