// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.SetQuota;
import org.fumibako.imap.wire.ResponseCode;

/** SETQUOTA (RFC 9208 §4.1.3): not for the owner of the account. */
final class SetQuotaHandler implements CommandHandler<SetQuota> {
    @Override
    public Completion handle(SetQuota command, Session session) throws CommandException {
        throw new CommandException(ResponseCode.NOPERM, "The quota is set in the server panel");
    }
}
