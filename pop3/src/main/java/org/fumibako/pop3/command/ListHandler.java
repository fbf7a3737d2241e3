// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.IOException;
import java.util.OptionalInt;

/** LIST (RFC 1939 §5) and UIDL (§7): one line a message. */
final class ListHandler {
    static final Column SIZES =
            (maildrop, index) -> Long.toString(maildrop.inbox().messageSize(index));
    static final Column UNIQUE_IDS = Maildrop::uniqueId;

    /** What stands beside the number. */
    interface Column {
        String of(Maildrop maildrop, int index);
    }

    void handle(OptionalInt number, Column column, Session session, Maildrop maildrop) throws IOException {
        if (number.isPresent()) {
            one(number.getAsInt(), column, session, maildrop);
        } else {
            all(column, session, maildrop);
        }
    }

    private static void one(int number, Column column, Session session, Maildrop maildrop) throws IOException {
        OptionalInt index = maildrop.find(number);
        if (index.isPresent()) {
            session.ok(number + " " + column.of(maildrop, index.getAsInt()));
        } else {
            session.err("There is no such message");
        }
    }

    private static void all(Column column, Session session, Maildrop maildrop) throws IOException {
        session.ok(maildrop.count() + " messages");
        for (int i = 0; i < maildrop.inbox().size(); i++) {
            if (!maildrop.isDeleted(i)) {
                session.connection()
                        .out()
                        .ascii((i + 1) + " " + column.of(maildrop, i))
                        .crlf();
            }
        }
        session.connection().out().ascii(".").crlf();
    }
}
