// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Account;
import org.fumibako.registry.Directory;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** What an account may hold and holds, as QUOTA responses tell it (RFC 9208 §4.2.1): one root with an empty name. */
final class QuotaWriter {
    /** The unit of STORAGE (RFC 9208 §5.1). */
    private static final int STORAGE_UNIT = 1024;

    private final MessageStore store;
    private final Directory directory;

    QuotaWriter(MessageStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** What the account may hold at this moment: the panel may have changed it since sign-in. */
    ByteSize limit(Session session) {
        Account known = session.account();
        return directory.account(known.id()).orElse(known).quota().size();
    }

    /** The same of the account that a mailbox belongs to, which is who pays for what is in it. */
    ByteSize limit(Mailbox mailbox, Session session) {
        return mailbox.account().equals(session.account().id())
                ? limit(session)
                : directory
                        .account(mailbox.account())
                        .map(owner -> owner.quota().size())
                        .orElse(new ByteSize(0));
    }

    void write(Session session) throws IOException {
        ByteSize used = store.usage(session.account().id()).size();
        session.writer()
                .untagged("QUOTA \"\" (STORAGE ")
                .number(Math.ceilDiv(used.bytes(), STORAGE_UNIT))
                .space()
                .number(limit(session).bytes() / STORAGE_UNIT)
                .raw(")")
                .end();
    }
}
