// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.MessageCommand.Check;

/** CHECK (RFC 3501 §6.4.1): everything answered is on disk already, so it is NOOP. */
final class CheckHandler implements CommandHandler<Check> {
    @Override
    public Completion handle(Check command, Session session) {
        return Completion.of("Check done");
    }
}
