// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumibako.imap.wire.MailboxCommand.SearchSource;
import org.fumibako.imap.wire.NotifyCommand.Event;
import org.fumibako.imap.wire.NotifyCommand.SelectedEvents;

/** Arguments of NOTIFY (RFC 5465 §8). */
final class NotifyParser {
    private final CommandText text;
    private final boolean utf8;
    private final List<NotifyCommand.Group> others = new ArrayList<>();
    private Optional<SelectedEvents> selected = Optional.empty();

    NotifyParser(CommandText text, boolean utf8) {
        this.text = text;
        this.utf8 = utf8;
    }

    NotifyCommand parse() throws IOException, SyntaxException, CommandException {
        text.space();
        String form = text.keyword();
        if (form.equals("NONE")) {
            return new NotifyCommand.None();
        }
        if (!form.equals("SET")) {
            throw new SyntaxException("Expected SET or NONE");
        }
        text.space();
        boolean status = text.takeWord("STATUS");
        if (status) {
            text.space();
        }
        do {
            if (others.size() == ImapLimits.MAX_NOTIFY_GROUPS) {
                throw new CommandException(
                        ResponseCode.NOTIFICATIONOVERFLOW,
                        "NOTIFY takes at most " + ImapLimits.MAX_NOTIFY_GROUPS + " groups");
            }
            group();
        } while (text.take(' '));
        return new NotifyCommand.Set(status, selected.orElse(SelectedEvents.NONE), others);
    }

    private void group() throws IOException, SyntaxException, CommandException {
        text.expect('(');
        String filter = text.keyword();
        switch (filter) {
            case "SELECTED", "SELECTED-DELAYED" -> selected(filter.equals("SELECTED-DELAYED"));
            case "INBOXES" -> other(SearchSource.Group.INBOXES);
            case "PERSONAL" -> other(SearchSource.Group.PERSONAL);
            case "SUBSCRIBED" -> other(SearchSource.Group.SUBSCRIBED);
            case "SUBTREE" -> other(new MultisearchParser(text, utf8).named(SearchSource.Depth.ALL));
            case "MAILBOXES" -> other(new MultisearchParser(text, utf8).named(SearchSource.Depth.NONE));
            default -> throw new SyntaxException("Unknown filter of NOTIFY");
        }
        text.expect(')');
    }

    private void selected(boolean delayed) throws IOException, SyntaxException, CommandException {
        if (selected.isPresent()) {
            throw new SyntaxException("NOTIFY takes one group for the selected mailbox");
        }
        Events events = events();
        if (!events.names().stream().allMatch(Event::ofMessages)) {
            throw new SyntaxException("Of the selected mailbox only events of messages can be told");
        }
        selected = Optional.of(new SelectedEvents(
                events.names().contains(Event.MESSAGE_NEW),
                events.names().contains(Event.FLAG_CHANGE),
                delayed,
                events.fetch()));
    }

    private void other(SearchSource mailboxes) throws IOException, SyntaxException, CommandException {
        Events events = events();
        if (!events.fetch().isEmpty()) {
            throw new SyntaxException("Only messages of the selected mailbox can be fetched");
        }
        others.add(new NotifyCommand.Group(mailboxes, events.names()));
    }

    private record Events(Set<Event> names, List<FetchItem> fetch) {}

    private Events events() throws IOException, SyntaxException, CommandException {
        text.space();
        Set<Event> names = EnumSet.noneOf(Event.class);
        List<FetchItem> fetch = List.of();
        if (text.takeWord("NONE")) {
            return new Events(names, fetch);
        }
        text.expect('(');
        do {
            names.add(event(text.atom()));
            if (text.takeAll(" (")) {
                fetch = fetch(names);
            }
        } while (text.take(' '));
        text.expect(')');
        check(names);
        return new Events(names, fetch);
    }

    private List<FetchItem> fetch(Set<Event> names) throws IOException, SyntaxException {
        if (!names.contains(Event.MESSAGE_NEW)) {
            throw new SyntaxException("Only MessageNew fetches");
        }
        return new FetchParser(text).itemsUntilParenthesis();
    }

    /** RFC 5465 §5: one of them means both, and changes of flags mean them too. */
    private static void check(Set<Event> names) throws SyntaxException {
        boolean arrivals = names.contains(Event.MESSAGE_NEW);
        boolean removals = names.contains(Event.MESSAGE_EXPUNGE);
        if (arrivals != removals || (names.contains(Event.FLAG_CHANGE) && !arrivals)) {
            throw new SyntaxException("MessageNew and MessageExpunge go together, FlagChange with them");
        }
    }

    private static Event event(String word) throws CommandException {
        for (Event event : Event.values()) {
            if (event.wireName().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return event;
            }
        }
        String known = Arrays.stream(Event.values()).map(Event::wireName).collect(Collectors.joining(" "));
        throw new CommandException(new ResponseCode("BADEVENT (" + known + ")"), "There is no such event here");
    }
}
