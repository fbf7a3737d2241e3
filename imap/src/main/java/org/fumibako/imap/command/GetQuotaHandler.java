// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.MailboxCommand.GetQuota;
import org.fumibako.imap.wire.ResponseCode;

/** GETQUOTA (RFC 9208 §4.1.1). */
final class GetQuotaHandler implements CommandHandler<GetQuota> {
    private final QuotaWriter quotas;

    GetQuotaHandler(QuotaWriter quotas) {
        this.quotas = quotas;
    }

    @Override
    public Completion handle(GetQuota command, Session session) throws IOException, CommandException {
        if (!command.root().isEmpty()) {
            throw new CommandException(ResponseCode.NONEXISTENT, "There is no such quota root");
        }
        quotas.write(session);
        return Completion.of("Getquota done");
    }
}
