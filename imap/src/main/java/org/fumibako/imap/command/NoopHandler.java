// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.SessionCommand.Noop;

/** NOOP (RFC 9051 §6.1.2): the changes of the selected mailbox come before the tagged answer, as always. */
final class NoopHandler implements CommandHandler<Noop> {
    @Override
    public Completion handle(Noop command, Session session) {
        return Completion.of("Noop done");
    }
}
