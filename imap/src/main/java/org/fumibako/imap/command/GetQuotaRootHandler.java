// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.MailboxCommand.GetQuotaRoot;

/** GETQUOTAROOT (RFC 9208 §4.1.2): one root for all mailboxes, also for those that do not exist yet. */
final class GetQuotaRootHandler implements CommandHandler<GetQuotaRoot> {
    private final QuotaWriter quotas;

    GetQuotaRootHandler(QuotaWriter quotas) {
        this.quotas = quotas;
    }

    @Override
    public Completion handle(GetQuotaRoot command, Session session) throws IOException {
        if (command.mailbox().startsWith(SharedNames.PREFIX)) {
            // What is in it counts for its owner, whose room is nobody else's business.
            session.writer().untagged("QUOTAROOT ").mailbox(command.mailbox()).end();
            return Completion.of("Getquotaroot done");
        }
        session.writer()
                .untagged("QUOTAROOT ")
                .mailbox(command.mailbox())
                .raw(" \"\"")
                .end();
        quotas.write(session);
        return Completion.of("Getquotaroot done");
    }
}
