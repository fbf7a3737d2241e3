// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.MailboxCommand.StatusItem;

/** Arguments of the commands about mailboxes; LIST has a parser of its own. */
final class MailboxParser {
    private final CommandText text;
    private final boolean utf8;

    MailboxParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    /** A space and a mailbox name. */
    String mailbox() throws IOException, SyntaxException, CommandException {
        text.space();
        return Arguments.mailbox(text, utf8);
    }

    /** {@code CREATE name (USE (\Sent))} (RFC 6154 §3). */
    MailboxCommand.Create create() throws IOException, SyntaxException, CommandException {
        String mailbox = mailbox();
        List<String> uses = new ArrayList<>();
        if (text.take(' ')) {
            text.expect('(');
            if (!text.keyword().equals("USE")) {
                throw new SyntaxException("Unknown parameter of CREATE");
            }
            text.space();
            text.expect('(');
            while (!text.take(')')) {
                if (!uses.isEmpty()) {
                    text.space();
                }
                text.expect('\\');
                uses.add("\\" + text.atom());
            }
            text.expect(')');
        }
        return new MailboxCommand.Create(mailbox, List.copyOf(uses));
    }

    MailboxCommand.Rename rename() throws IOException, SyntaxException, CommandException {
        String from = mailbox();
        return new MailboxCommand.Rename(from, mailbox());
    }

    MailboxCommand.Lsub lsub() throws IOException, SyntaxException {
        text.space();
        String reference = Arguments.reference(text, utf8);
        text.space();
        return new MailboxCommand.Lsub(reference, Arguments.pattern(text, utf8));
    }

    MailboxCommand.Status status() throws IOException, SyntaxException, CommandException {
        String mailbox = mailbox();
        text.space();
        return new MailboxCommand.Status(mailbox, statusItems(text));
    }

    /** {@code (MESSAGES UNSEEN)}; at least one. */
    static Set<StatusItem> statusItems(CommandText text) throws SyntaxException {
        Set<StatusItem> items = EnumSet.noneOf(StatusItem.class);
        text.expect('(');
        do {
            items.add(statusItem(text.keyword()));
        } while (text.take(' '));
        text.expect(')');
        return items;
    }

    private static StatusItem statusItem(String name) throws SyntaxException {
        for (StatusItem item : StatusItem.values()) {
            if (item.wireName().equals(name)) {
                return item;
            }
        }
        throw new SyntaxException("Unknown STATUS item " + name);
    }

    /** SELECT and EXAMINE with their parameters (RFC 4466 §2.1). */
    MailboxCommand.Select select(boolean readOnly) throws IOException, SyntaxException, CommandException {
        String mailbox = mailbox();
        if (!text.take(' ')) {
            return new MailboxCommand.Select(mailbox, readOnly, MailboxCommand.SelectParameters.NONE);
        }
        boolean condstore = false;
        Optional<MailboxCommand.Qresync> qresync = Optional.empty();
        text.expect('(');
        do {
            switch (text.keyword()) {
                case "CONDSTORE" -> condstore = true;
                case "QRESYNC" -> qresync = Optional.of(qresync());
                default -> throw new SyntaxException("Unknown parameter of SELECT");
            }
        } while (text.take(' '));
        text.expect(')');
        return new MailboxCommand.Select(
                mailbox, readOnly, new MailboxCommand.SelectParameters(condstore || qresync.isPresent(), qresync));
    }

    /** {@code (67890007 20050715194045000 41,43:211,214:541 (1,10,50 41,51,100))} (RFC 7162 §3.2.5). */
    private MailboxCommand.Qresync qresync() throws SyntaxException {
        text.space();
        text.expect('(');
        long uidValidity = text.number(0xffff_ffffL);
        text.space();
        long modSeq = text.number(Long.MAX_VALUE);
        if (uidValidity == 0 || modSeq == 0) {
            throw new SyntaxException("UIDVALIDITY and mod-sequence of QRESYNC are at least 1");
        }
        Optional<SequenceSet> known = Optional.empty();
        Optional<SequenceSet> sequence = Optional.empty();
        Optional<SequenceSet> sequenceUids = Optional.empty();
        if (text.take(' ') && text.peek() != '(') {
            known = Optional.of(starless(text.sequenceSet()));
            text.take(' ');
        }
        if (text.take('(')) {
            sequence = Optional.of(starless(text.sequenceSet()));
            text.space();
            sequenceUids = Optional.of(starless(text.sequenceSet()));
            text.expect(')');
        }
        text.expect(')');
        return new MailboxCommand.Qresync(uidValidity, modSeq, known, sequence, sequenceUids);
    }

    private static SequenceSet starless(SequenceSet set) throws SyntaxException {
        if (set.hasStar()) {
            throw new SyntaxException("No * in the sets of QRESYNC");
        }
        return set;
    }

    String quotaRoot() throws IOException, SyntaxException {
        text.space();
        return Arguments.text(text.astring());
    }

    /** {@code SETQUOTA "" (STORAGE 512)} (RFC 9208 §4.1.3); the limits are read and dropped, as nobody may set them here. */
    MailboxCommand.SetQuota setQuota() throws IOException, SyntaxException {
        String root = quotaRoot();
        text.space();
        text.expect('(');
        for (int count = 0; !text.take(')'); count++) {
            if (count > 0) {
                text.space();
            }
            text.atom();
            text.space();
            text.number(Long.MAX_VALUE);
        }
        return new MailboxCommand.SetQuota(root);
    }
}
