// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.MailboxCommand.Namespace;

/** NAMESPACE (RFC 9051 §6.3.10, RFC 2342): one personal namespace without a prefix, and one of what others share. */
final class NamespaceHandler implements CommandHandler<Namespace> {
    @Override
    public Completion handle(Namespace command, Session session) throws IOException {
        session.writer()
                .untagged("NAMESPACE ((\"\" \"/\")) ((\"" + SharedNames.PREFIX + "\" \"/\")) NIL")
                .end();
        return Completion.of("Namespace done");
    }
}
