// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fumibako.imap.wire.MailboxCommand.SearchSource;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;

/** Arguments of ESEARCH (RFC 7377 §4). */
final class MultisearchParser {
    private final CommandText text;
    private final boolean utf8;

    MultisearchParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    /** {@code IN (mailboxes (a b) subtree c) RETURN (COUNT) UNSEEN}. */
    MailboxCommand.Multisearch esearch(boolean charsetRefused) throws IOException, SyntaxException, CommandException {
        text.space();
        List<SearchSource> sources = List.of(SearchSource.Group.SELECTED);
        if (text.takeWord("IN")) {
            text.space();
            sources = sources();
            text.space();
        }
        SearchParser search = new SearchParser(text);
        Set<SearchReturn> results = search.results().orElse(EnumSet.of(SearchReturn.ALL));
        if (results.contains(SearchReturn.SAVE) && !sources.equals(List.of(SearchSource.Group.SELECTED))) {
            throw new SyntaxException("Only a search in the selected mailbox can be saved");
        }
        return new MailboxCommand.Multisearch(sources, results, search.keys(charsetRefused));
    }

    private List<SearchSource> sources() throws IOException, SyntaxException, CommandException {
        List<SearchSource> sources = new ArrayList<>();
        text.expect('(');
        do {
            if (sources.size() == ImapLimits.MAX_SEARCH_SOURCES) {
                throw new SyntaxException("ESEARCH takes at most " + ImapLimits.MAX_SEARCH_SOURCES + " sources");
            }
            sources.add(
                    switch (text.keyword()) {
                        case "SELECTED" -> SearchSource.Group.SELECTED;
                        case "INBOXES" -> SearchSource.Group.INBOXES;
                        case "PERSONAL" -> SearchSource.Group.PERSONAL;
                        case "SUBSCRIBED" -> SearchSource.Group.SUBSCRIBED;
                        case "SUBTREE" -> named(SearchSource.Depth.ALL);
                        case "SUBTREE-ONE" -> named(SearchSource.Depth.ONE_LEVEL);
                        case "MAILBOXES" -> named(SearchSource.Depth.NONE);
                        default -> throw new SyntaxException("Unknown source of ESEARCH");
                    });
        } while (text.take(' '));
        text.expect(')');
        return sources;
    }

    /** One mailbox, or several in parentheses. */
    SearchSource named(SearchSource.Depth depth) throws IOException, SyntaxException, CommandException {
        text.space();
        List<String> mailboxes = new ArrayList<>();
        if (!text.take('(')) {
            return new SearchSource.Named(List.of(Arguments.mailbox(text, utf8)), depth);
        }
        do {
            if (mailboxes.size() == ImapLimits.MAX_SEARCH_SOURCES) {
                throw new SyntaxException("A source has at most " + ImapLimits.MAX_SEARCH_SOURCES + " mailboxes");
            }
            mailboxes.add(Arguments.mailbox(text, utf8));
        } while (text.take(' '));
        text.expect(')');
        return new SearchSource.Named(mailboxes, depth);
    }
}
