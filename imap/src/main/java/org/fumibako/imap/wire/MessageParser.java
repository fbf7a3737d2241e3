// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.Optional;
import org.fumibako.imap.wire.MessageCommand.FlagOperation;

/** Arguments of the commands about messages; FETCH and SEARCH have parsers of their own. */
final class MessageParser {
    private final CommandText text;
    private final boolean utf8;

    MessageParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    SequenceSet set() throws SyntaxException {
        text.space();
        return text.sequenceSet();
    }

    /** {@code 4 Drafts} (RFC 8508 §5). */
    MessageCommand.Replace replace(boolean uid) throws IOException, SyntaxException, CommandException {
        SequenceSet message = set();
        if (!message.isSingle()) {
            throw new SyntaxException("REPLACE is for one message");
        }
        return new MessageCommand.Replace(message, uid, mailbox());
    }

    String mailbox() throws IOException, SyntaxException, CommandException {
        text.space();
        return Arguments.mailbox(text, utf8);
    }

    /** {@code 1:3 (UNCHANGEDSINCE 12) +FLAGS.SILENT (\Seen)} (RFC 9051 §6.4.6, RFC 7162 §3.1.3). */
    MessageCommand.Store store(boolean uid) throws SyntaxException, CommandException {
        SequenceSet set = set();
        text.space();
        Optional<Long> unchangedSince = Optional.empty();
        if (text.take('(')) {
            if (!text.keyword().equals("UNCHANGEDSINCE")) {
                throw new SyntaxException("Unknown STORE modifier");
            }
            text.space();
            unchangedSince = Optional.of(text.number(Long.MAX_VALUE));
            text.expect(')');
            text.space();
        }
        FlagOperation operation = FlagOperation.REPLACE;
        if (text.take('+')) {
            operation = FlagOperation.ADD;
        } else if (text.take('-')) {
            operation = FlagOperation.REMOVE;
        }
        boolean silent = silent(text.keyword());
        text.space();
        return new MessageCommand.Store(set, uid, operation, silent, Arguments.flags(text, true), unchangedSince);
    }

    private static boolean silent(String item) throws SyntaxException {
        return switch (item) {
            case "FLAGS" -> false;
            case "FLAGS.SILENT" -> true;
            default -> throw new SyntaxException("Unknown STORE item");
        };
    }
}
