// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fumibako.imap.wire.MailboxCommand.ListReturn;
import org.fumibako.imap.wire.MailboxCommand.ListSelection;
import org.fumibako.imap.wire.MailboxCommand.StatusItem;

/** Arguments of LIST, plain (RFC 3501 §6.3.8) and extended (RFC 5258 §3, RFC 9051 §6.3.9). */
final class ListParser {
    private final CommandText text;
    private final boolean utf8;
    private final Set<ListSelection> selection = EnumSet.noneOf(ListSelection.class);
    private final Set<ListReturn> returns = EnumSet.noneOf(ListReturn.class);
    private final Set<StatusItem> status = EnumSet.noneOf(StatusItem.class);
    private final List<AnnotationEntry> metadata = new ArrayList<>();
    private boolean extended;

    ListParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    MailboxCommand.ListMailboxes list() throws IOException, SyntaxException {
        text.space();
        if (text.take('(')) {
            selectionOptions();
            text.space();
        }
        String reference = Arguments.reference(text, utf8);
        text.space();
        List<String> patterns = patterns();
        if (text.take(' ')) {
            returnOptions();
        }
        return new MailboxCommand.ListMailboxes(reference, patterns, extended, selection, returns, status, metadata);
    }

    private void selectionOptions() throws SyntaxException {
        extended = true;
        while (!text.take(')')) {
            if (!selection.isEmpty()) {
                text.space();
            }
            selection.add(
                    switch (text.keyword()) {
                        case "SUBSCRIBED" -> ListSelection.SUBSCRIBED;
                        case "REMOTE" -> ListSelection.REMOTE;
                        case "RECURSIVEMATCH" -> ListSelection.RECURSIVEMATCH;
                        case "SPECIAL-USE" -> ListSelection.SPECIAL_USE;
                        default -> throw new SyntaxException("Unknown LIST selection option");
                    });
        }
        // RFC 5258 §3.1: REMOTE does not say what to match, so it is no company for RECURSIVEMATCH.
        boolean base = selection.contains(ListSelection.SUBSCRIBED) || selection.contains(ListSelection.SPECIAL_USE);
        if (selection.contains(ListSelection.RECURSIVEMATCH) && !base) {
            throw new SyntaxException("RECURSIVEMATCH needs another selection option");
        }
    }

    private List<String> patterns() throws IOException, SyntaxException {
        if (!text.take('(')) {
            return List.of(Arguments.pattern(text, utf8));
        }
        extended = true;
        List<String> patterns = new ArrayList<>();
        do {
            if (patterns.size() == ImapLimits.MAX_LIST_PATTERNS) {
                throw new SyntaxException("LIST takes at most " + ImapLimits.MAX_LIST_PATTERNS + " patterns");
            }
            patterns.add(Arguments.pattern(text, utf8));
        } while (text.take(' '));
        text.expect(')');
        return List.copyOf(patterns);
    }

    private void returnOptions() throws IOException, SyntaxException {
        extended = true;
        if (!text.keyword().equals("RETURN")) {
            throw new SyntaxException("Expected RETURN");
        }
        text.space();
        text.expect('(');
        while (!text.take(')')) {
            if (!returns.isEmpty()) {
                text.space();
            }
            returns.add(
                    switch (text.keyword()) {
                        case "SUBSCRIBED" -> ListReturn.SUBSCRIBED;
                        case "CHILDREN" -> ListReturn.CHILDREN;
                        case "SPECIAL-USE" -> ListReturn.SPECIAL_USE;
                        case "STATUS" -> ListReturn.STATUS;
                        case "MYRIGHTS" -> ListReturn.MYRIGHTS;
                        case "METADATA" -> ListReturn.METADATA;
                        default -> throw new SyntaxException("Unknown LIST return option");
                    });
            if (returns.contains(ListReturn.STATUS) && status.isEmpty()) {
                text.space();
                status.addAll(MailboxParser.statusItems(text));
            }
            if (returns.contains(ListReturn.METADATA) && metadata.isEmpty()) {
                text.space();
                metadata.addAll(MetadataParser.entries(text));
            }
        }
    }
}
