// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumibako.imap.wire.MessageCommand.SearchReturn;
import org.fumibako.imap.wire.SearchKey.Comparison;
import org.fumibako.model.Flags;

/** Arguments of SEARCH (RFC 9051 §6.4.4). */
final class SearchParser {
    private static final SearchKey ALL = new SearchKey.All();
    private static final SearchKey NONE = new SearchKey.Not(ALL);

    private final CommandText text;
    private Charset charset = StandardCharsets.UTF_8;
    private int keys;

    SearchParser(CommandText text) {
        this.text = text;
    }

    /** @param charsetRefused whether naming a charset other than UTF-8 is a mistake (RFC 6855 §3) */
    MessageCommand.Search search(boolean uid, boolean charsetRefused)
            throws IOException, SyntaxException, CommandException {
        text.space();
        Optional<Set<SearchReturn>> results = results();
        return new MessageCommand.Search(uid, keys(charsetRefused), results);
    }

    /** {@code CHARSET UTF-8 UNSEEN}, with or without the charset. */
    SearchKey keys(boolean charsetRefused) throws IOException, SyntaxException, CommandException {
        if (!text.takeWord("CHARSET")) {
            return all(0);
        }
        SearchKey keys = spacedCharsetAndKeys();
        // RFC 6855 §3 objects to contradicting labels; UTF-8 is none, and mail programs name it out of habit.
        if (charsetRefused && !charset.equals(StandardCharsets.UTF_8)) {
            throw new SyntaxException("Everything is UTF-8 after ENABLE UTF8=ACCEPT");
        }
        return keys;
    }

    /** {@code UTF-8 UNSEEN SUBJECT lunch}: the charset is not optional in SORT and THREAD (RFC 5256 §5). */
    SearchKey charsetAndKeys() throws IOException, SyntaxException, CommandException {
        charset = charset(Arguments.text(text.astring()));
        text.space();
        return all(0);
    }

    private SearchKey spacedCharsetAndKeys() throws IOException, SyntaxException, CommandException {
        text.space();
        return charsetAndKeys();
    }

    /** {@code RETURN (MIN COUNT)} and the space behind it, when they come next. */
    Optional<Set<SearchReturn>> results() throws SyntaxException {
        if (!text.takeWord("RETURN")) {
            return Optional.empty();
        }
        text.space();
        Set<SearchReturn> results = resultOptions();
        text.space();
        return Optional.of(results);
    }

    /** {@code (MIN COUNT)} (RFC 4731 §3.1); {@code ()} is ALL. */
    private Set<SearchReturn> resultOptions() throws SyntaxException {
        Set<SearchReturn> results = EnumSet.noneOf(SearchReturn.class);
        text.expect('(');
        while (!text.take(')')) {
            if (!results.isEmpty()) {
                text.space();
            }
            results.add(
                    switch (text.keyword()) {
                        case "MIN" -> SearchReturn.MIN;
                        case "MAX" -> SearchReturn.MAX;
                        case "ALL" -> SearchReturn.ALL;
                        case "COUNT" -> SearchReturn.COUNT;
                        case "SAVE" -> SearchReturn.SAVE;
                        default -> throw new SyntaxException("Unknown SEARCH return option");
                    });
        }
        return results.isEmpty() ? EnumSet.of(SearchReturn.ALL) : results;
    }

    private static Charset charset(String name) throws CommandException {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new CommandException(
                    ResponseCode.badCharset(List.of("US-ASCII", "UTF-8", "ISO-2022-JP", "Shift_JIS", "EUC-JP")),
                    "Unknown charset");
        }
    }

    /** Keys one after the other: all of them must hold. */
    private SearchKey all(int depth) throws IOException, SyntaxException {
        List<SearchKey> all = new ArrayList<>();
        do {
            all.add(key(depth));
        } while (text.take(' '));
        return all.size() == 1 ? all.getFirst() : new SearchKey.And(all);
    }

    private SearchKey key(int depth) throws IOException, SyntaxException {
        if (depth > ImapLimits.MAX_SEARCH_DEPTH) {
            throw new SyntaxException("SEARCH is nested too deep");
        }
        if (++keys > ImapLimits.MAX_SEARCH_KEYS) {
            throw new SyntaxException("SEARCH takes at most " + ImapLimits.MAX_SEARCH_KEYS + " keys");
        }
        if (text.take('(')) {
            SearchKey group = all(depth + 1);
            text.expect(')');
            return group;
        }
        if (text.atSet()) {
            return new SearchKey.Numbers(text.sequenceSet());
        }
        String word = text.keyword();
        return switch (word) {
            case "NOT" -> new SearchKey.Not(spacedKey(depth + 1));
            case "OR" -> new SearchKey.Or(spacedKey(depth + 1), spacedKey(depth + 1));
            default -> leaf(word);
        };
    }

    private SearchKey spacedKey(int depth) throws IOException, SyntaxException {
        text.space();
        return key(depth);
    }

    private SearchKey leaf(String word) throws IOException, SyntaxException {
        return switch (word) {
            case "ALL", "OLD" -> ALL;
            case "NEW", "RECENT" -> NONE;
            case "ANSWERED" -> new SearchKey.SystemFlag(Flags.ANSWERED);
            case "DELETED" -> new SearchKey.SystemFlag(Flags.DELETED);
            case "DRAFT" -> new SearchKey.SystemFlag(Flags.DRAFT);
            case "FLAGGED" -> new SearchKey.SystemFlag(Flags.FLAGGED);
            case "SEEN" -> new SearchKey.SystemFlag(Flags.SEEN);
            case "UNANSWERED" -> without(Flags.ANSWERED);
            case "UNDELETED" -> without(Flags.DELETED);
            case "UNDRAFT" -> without(Flags.DRAFT);
            case "UNFLAGGED" -> without(Flags.FLAGGED);
            case "UNSEEN" -> without(Flags.SEEN);
            case "SAVEDATESUPPORTED" -> ALL; // RFC 8514 §4.3: every message here has a save date
            default -> withArgument(word);
        };
    }

    private static SearchKey without(int systemBit) {
        return new SearchKey.Not(new SearchKey.SystemFlag(systemBit));
    }

    private SearchKey withArgument(String word) throws IOException, SyntaxException {
        return switch (word) {
            case "BCC", "CC", "FROM", "SUBJECT", "TO" -> new SearchKey.Header(word, spacedText());
            case "HEADER" -> new SearchKey.Header(spacedText(), spacedText());
            case "BODY" -> new SearchKey.Body(spacedText());
            case "TEXT" -> new SearchKey.Text(spacedText());
            case "KEYWORD" -> new SearchKey.Keyword(spacedAtom());
            case "UNKEYWORD" -> new SearchKey.Not(new SearchKey.Keyword(spacedAtom()));
            case "BEFORE" -> new SearchKey.InternalDate(Comparison.BEFORE, spacedDate());
            case "ON" -> new SearchKey.InternalDate(Comparison.ON, spacedDate());
            case "SINCE" -> new SearchKey.InternalDate(Comparison.SINCE, spacedDate());
            case "SENTBEFORE" -> new SearchKey.SentDate(Comparison.BEFORE, spacedDate());
            case "SENTON" -> new SearchKey.SentDate(Comparison.ON, spacedDate());
            case "SENTSINCE" -> new SearchKey.SentDate(Comparison.SINCE, spacedDate());
            case "SAVEDBEFORE" -> new SearchKey.SavedDate(Comparison.BEFORE, spacedDate());
            case "SAVEDON" -> new SearchKey.SavedDate(Comparison.ON, spacedDate());
            case "SAVEDSINCE" -> new SearchKey.SavedDate(Comparison.SINCE, spacedDate());
            case "LARGER" -> new SearchKey.Larger(spacedNumber(Long.MAX_VALUE));
            case "SMALLER" -> new SearchKey.Smaller(spacedNumber(Long.MAX_VALUE));
            case "YOUNGER" -> new SearchKey.Younger(seconds());
            case "OLDER" -> new SearchKey.Older(seconds());
            case "UID" -> new SearchKey.Uids(spacedSet());
            case "MODSEQ" -> modSeq();
            case "EMAILID" -> new SearchKey.EmailId(spacedText());
            case "THREADID" -> new SearchKey.ThreadId(spacedText());
            default -> throw new SyntaxException("Unknown SEARCH key " + word);
        };
    }

    private String spacedText() throws IOException, SyntaxException {
        text.space();
        return Arguments.text(text.astring(), charset);
    }

    private String spacedAtom() throws SyntaxException {
        text.space();
        return text.atom();
    }

    private LocalDate spacedDate() throws IOException, SyntaxException {
        text.space();
        return Dates.date(text);
    }

    private long spacedNumber(long max) throws SyntaxException {
        text.space();
        return text.number(max);
    }

    private SequenceSet spacedSet() throws SyntaxException {
        text.space();
        return text.sequenceSet();
    }

    /** RFC 5032 §3: at least 1. */
    private long seconds() throws SyntaxException {
        long seconds = spacedNumber(0xffff_ffffL);
        if (seconds == 0) {
            throw new SyntaxException("The interval is at least one second");
        }
        return seconds;
    }

    /** {@code MODSEQ 620162338} or {@code MODSEQ "/flags/\\draft" all 620162338} (RFC 7162 §3.1.5): flags share one number here. */
    private SearchKey modSeq() throws IOException, SyntaxException {
        text.space();
        if (text.peek() == '"') {
            text.string();
            text.space();
            String type = text.keyword();
            if (!type.equals("PRIV") && !type.equals("SHARED") && !type.equals("ALL")) {
                throw new SyntaxException("Unknown entry type");
            }
            text.space();
        }
        return new SearchKey.ModSeq(text.number(Long.MAX_VALUE));
    }
}
