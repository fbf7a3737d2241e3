// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import org.fumibako.smtp.client.wire.Capabilities;

/**
 * A connection on which transactions can be made: greeted, protected and signed in. It serves one delivery at a time, one after
 * the other.
 */
final class ClientSession {
    private final Target target;
    private final Dialogue dialogue;
    private final Capabilities capabilities;
    private final long openedAt;
    private int transactions;
    private boolean unfinished;

    ClientSession(Target target, Dialogue dialogue, Capabilities capabilities) {
        this.target = target;
        this.dialogue = dialogue;
        this.capabilities = capabilities;
        this.openedAt = System.nanoTime();
    }

    Target target() {
        return target;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** The same connection, on which BDAT is not said. */
    ClientSession withoutChunking() {
        return new ClientSession(target, dialogue, capabilities.withoutChunking());
    }

    /** Begins the next transaction; true when an earlier one was left unfinished, and RSET has to come first. */
    boolean begin() {
        boolean reset = unfinished;
        transactions++;
        unfinished = true;
        dialogue.beginTransaction();
        return reset;
    }

    /** The server answered for the whole message, one way or the other: nothing of the transaction is left. */
    void finished() {
        unfinished = false;
    }

    /** Whether one more transaction may follow. */
    boolean reusable(ClientLimits limits) {
        // A server that says that it takes none takes one, or there would be no end of connections to it.
        long messages = Math.max(
                1, Math.min(limits.messages(), capabilities.maxMessages().orElse(Long.MAX_VALUE)));
        return transactions < messages
                && System.nanoTime() - openedAt < limits.lifetime().toNanos();
    }

    /** Whether the connection has been quiet since its last reply. */
    boolean quiet() {
        return !dialogue.connection().disturbed();
    }

    /** Says goodbye and does not wait for an answer: there is nothing in it that could matter. */
    void quit() {
        try {
            dialogue.connection().out().ascii("QUIT").crlf().flush();
        } catch (IOException gone) {
            // So it has quit first.
        } finally {
            close();
        }
    }

    void close() {
        dialogue.connection().close();
    }
}
