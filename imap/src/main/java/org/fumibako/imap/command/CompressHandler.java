// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import org.fumibako.imap.wire.SessionCommand.Compress;
import org.fumibako.imap.wire.SyntaxException;

/** COMPRESS (RFC 4978 §3). What follows the tagged answer is compressed, both ways. */
final class CompressHandler implements CommandHandler<Compress> {
    @Override
    public Completion handle(Compress command, Session session) throws SyntaxException {
        if (!command.mechanism().equals("DEFLATE")) {
            throw new SyntaxException("Only DEFLATE is offered");
        }
        if (session.compressed()) {
            throw new SyntaxException("The connection is compressed already");
        }
        session.requestCompression();
        return Completion.of("Begin to compress now");
    }
}
