// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SessionCommand.Enable;

/** ENABLE (RFC 9051 §6.3.1, RFC 5161). */
final class EnableHandler implements CommandHandler<Enable> {
    @Override
    public Completion handle(Enable command, Session session) throws IOException {
        boolean hadModSeq = session.enabled(Extension.CONDSTORE);
        StringBuilder enabled = new StringBuilder("ENABLED");
        for (String capability : command.capabilities()) {
            switch (capability) {
                case "IMAP4REV2" -> enable(Extension.IMAP4REV2, "IMAP4rev2", session, enabled);
                case "CONDSTORE" -> enable(Extension.CONDSTORE, "CONDSTORE", session, enabled);
                case "QRESYNC" -> enable(Extension.QRESYNC, "QRESYNC", session, enabled);
                case "UTF8=ACCEPT" -> enable(Extension.UTF8, "UTF8=ACCEPT", session, enabled);
                case "UIDONLY" -> enable(Extension.UIDONLY, "UIDONLY", session, enabled);
                case "METADATA" -> enable(Extension.METADATA, "METADATA", session, enabled);
                case "METADATA-SERVER" -> enable(Extension.METADATA_SERVER, "METADATA-SERVER", session, enabled);
                default -> {
                    // RFC 5161 §3.1: what is unknown, or cannot be enabled, is passed over.
                }
            }
        }
        session.writer().untagged(enabled.toString()).end();
        if (!hadModSeq
                && session.enabled(Extension.CONDSTORE)
                && session.selected().isPresent()) {
            // RFC 7162 §3.1.2.1: the client is to know where it stands.
            long modSeq = session.mailbox().view().current().highestModSeq();
            session.writer().untaggedOk(ResponseCode.of("HIGHESTMODSEQ", modSeq), "Highest");
        }
        return Completion.of("Enable done");
    }

    private static void enable(Extension extension, String name, Session session, StringBuilder enabled) {
        if (!session.enabled(extension)) {
            session.enable(extension);
            enabled.append(' ').append(name);
        }
    }
}
