// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.fumibako.model.Content;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Spool;
import org.fumibako.smtp.server.wire.MessageText;
import org.fumibako.smtp.server.wire.TextFault;

/** A message while its octets arrive, in one DATA or several BDAT. */
final class IncomingMessage implements AutoCloseable {
    private final Spool spool;
    private final MessageText text;
    private int chunks;

    /** @param binary BODY=BINARYMIME: the body is not lines */
    IncomingMessage(Path directory, long maxSize, boolean binary) {
        this.spool = new Spool(directory, SmtpLimits.MEMORY, maxSize);
        this.text = new MessageText(spool, maxSize, binary);
    }

    MessageText text() {
        return text;
    }

    /** Counts one more chunk and says how many there are now. */
    int countChunk() {
        return ++chunks;
    }

    /** The message is whole; a reason why it cannot be taken, if there is one. */
    Optional<SmtpReply> finish() {
        text.finish();
        return text.fault().map(IncomingMessage::reply);
    }

    /** What was kept; only for a message without fault. */
    Content content() {
        return spool.content();
    }

    /** Why the message has to be refused already, before it is whole. */
    Optional<SmtpReply> refusal() {
        return text.fault().map(IncomingMessage::reply);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private static SmtpReply reply(TextFault fault) {
        return switch (fault) {
            case BARE_LINE_END ->
                SmtpReply.of(
                        550,
                        "5.6.0",
                        "The message has a CR or LF by itself; lines must end in CR LF (RFC 5321, 2.3.8)");
            case NUL_IN_HEADER -> SmtpReply.of(550, "5.6.0", "The header of the message has a NUL character");
            case HEADER_TOO_LARGE -> SmtpReply.of(552, "5.3.4", "The header is too large; 1 MB is the most");
            case LINE_TOO_LONG -> SmtpReply.of(550, "5.6.0", "The message has a line of more than 65536 octets");
            case MESSAGE_TOO_LARGE -> Replies.TOO_LARGE;
            case NOT_KEPT ->
                SmtpReply.of(452, "4.3.1", "There is no room for the message just now, please try again later");
        };
    }
}
