// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.OptionalInt;

/** DELE (RFC 1939 §5): a mark, until QUIT. */
final class DeleHandler {
    void handle(int number, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(number);
        if (index.isEmpty()) {
            session.err("There is no such message");
            return;
        }
        if (!session.mayDelete()) {
            session.err("SYS/PERM", "This app password may fetch messages and not delete them");
            return;
        }
        maildrop.delete(index.getAsInt());
        session.ok("Message " + number + " will be deleted at QUIT");
    }
}
