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
 * @param actor who changes settings, where that is not an account that signed in: {@code customer demo}; in the journal it stands
 *     in the rows about changes only
 */
public record Origin(
        Protocol protocol,
        String session,
        Optional<InetAddress> peer,
        String client,
        Optional<EmailAddress> login,
        String actor) {
    /** Characters kept of a client's own name. */
    public static final int MAX_CLIENT = 200;

    public Origin {
        client = client.length() > MAX_CLIENT ? client.substring(0, MAX_CLIENT) : client;
    }

    /** Without an actor. */
    public Origin(
            Protocol protocol, String session, Optional<InetAddress> peer, String client, Optional<EmailAddress> login) {
        this(protocol, session, peer, client, login, "");
    }

    public static Origin system(String task) {
        return new Origin(Protocol.SYSTEM, task, Optional.empty(), "", Optional.empty());
    }

    public Origin withLogin(EmailAddress address) {
        return new Origin(protocol, session, peer, client, Optional.of(address), actor);
    }

    public Origin withActor(String who) {
        return new Origin(protocol, session, peer, client, login, who);
    }

    public Origin withClient(String name) {
        return new Origin(protocol, session, peer, name, login, actor);
    }
}
