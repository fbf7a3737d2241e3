// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.MessageCommand.ThreadAlgorithm;

/** Arguments of SORT and THREAD (RFC 5256 §5). */
final class SortParser {
    private final CommandText text;

    SortParser(CommandText text) {
        this.text = text;
    }

    /** {@code RETURN (COUNT) (REVERSE DATE SUBJECT) UTF-8 UNSEEN} (RFC 5256 §5, RFC 5267 §3). */
    MessageCommand.Sort sort(boolean uid) throws IOException, SyntaxException, CommandException {
        SearchParser search = new SearchParser(text);
        text.space();
        Optional<Set<SearchReturn>> results = search.results();
        List<SortCriterion> criteria = criteria();
        text.space();
        return new MessageCommand.Sort(uid, criteria, search.charsetAndKeys(), results);
    }

    /** {@code REFERENCES UTF-8 ALL}. */
    MessageCommand.Threading thread(boolean uid) throws IOException, SyntaxException, CommandException {
        text.space();
        ThreadAlgorithm algorithm = switch (text.keyword()) {
            case "ORDEREDSUBJECT" -> ThreadAlgorithm.ORDEREDSUBJECT;
            case "REFERENCES" -> ThreadAlgorithm.REFERENCES;
            default -> throw new SyntaxException("Unknown threading algorithm");
        };
        text.space();
        return new MessageCommand.Threading(uid, algorithm, new SearchParser(text).charsetAndKeys());
    }

    private List<SortCriterion> criteria() throws SyntaxException {
        List<SortCriterion> criteria = new ArrayList<>();
        text.expect('(');
        do {
            if (criteria.size() == ImapLimits.MAX_SORT_CRITERIA) {
                throw new SyntaxException("SORT takes at most " + ImapLimits.MAX_SORT_CRITERIA + " criteria");
            }
            criteria.add(criterion());
        } while (text.take(' '));
        text.expect(')');
        return List.copyOf(criteria);
    }

    private SortCriterion criterion() throws SyntaxException {
        boolean reverse = text.takeWord("REVERSE");
        if (reverse) {
            text.space();
        }
        String word = text.keyword();
        for (SortCriterion.Key key : SortCriterion.Key.values()) {
            if (key.name().equals(word)) {
                return new SortCriterion(key, reverse);
            }
        }
        throw new SyntaxException("Unknown sort criterion");
    }
}
