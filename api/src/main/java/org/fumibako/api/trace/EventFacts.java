// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.trace;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.api.trace.TracedEvent.Fact;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/** What events say beside who and when, as names and values; what is empty is left out. */
final class EventFacts {
    private EventFacts() {}

    static List<Fact> of(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed e ->
                facts(
                        "mailbox",
                        e.mailbox(),
                        "recipient",
                        e.recipient().map(EmailAddress::toString).orElse(""));
            case JournalEvent.Refused e -> facts("recipient", e.recipient(), "words", words(e.reply()));
            case JournalEvent.Authenticated e ->
                facts("spf", e.spf(), "dkim", e.dkim(), "dmarc", e.dmarc(), "arc", e.arc(), "action", e.action());
            case JournalEvent.Seen e -> facts("mailbox", e.mailbox());
            case JournalEvent.Copied e -> facts("from", e.from(), "to", e.to());
            case JournalEvent.Moved e -> facts("from", e.from(), "to", e.to());
            case JournalEvent.Deleted e -> facts("mailbox", e.mailbox());
            case JournalEvent.Purged e -> facts("mailbox", e.mailbox());
            case FilterEvent.Judged e ->
                facts("score", e.score(), "level", e.level(), "outcome", e.outcome(), "reasons", e.reasons());
            case ForwardEvent e -> forward(e);
            case SortingEvent e -> sorting(e);
            case OutgoingEvent e -> outgoing(e);
            default -> List.of();
        };
    }

    private static List<Fact> forward(ForwardEvent event) {
        String target = event.target().toString();
        return switch (event) {
            case ForwardEvent.Withheld e -> facts("target", target, "why", e.why());
            case ForwardEvent.TargetFailed e -> facts("target", target, "why", e.why());
            case ForwardEvent.Stopped e -> facts("target", target, "why", e.why());
            case ForwardEvent.Forwarded _, ForwardEvent.PutBack _ -> facts("target", target);
        };
    }

    private static List<Fact> sorting(SortingEvent event) {
        return switch (event) {
            case SortingEvent.Sorted e -> facts("done", e.done(), "rule", e.rule());
            case SortingEvent.Discarded e -> facts("rule", e.rule());
            case SortingEvent.ScriptFailed e -> facts("why", e.why());
            case SortingEvent.AutoReplied e -> facts("target", e.correspondent().toString(), "rule", e.rule());
            case SortingEvent.ReplyWithheld e -> facts("why", e.why());
        };
    }

    private static List<Fact> outgoing(OutgoingEvent event) {
        String recipient = event.recipient().toString();
        return switch (event) {
            case OutgoingEvent.Delivered e ->
                facts("recipient", recipient, "server", e.server(), "tls", e.tls(), "words", words(e.reply()));
            case OutgoingEvent.Deferred e ->
                facts(
                        "recipient",
                        recipient,
                        "server",
                        e.server(),
                        "words",
                        words(e.reply()),
                        "next",
                        e.next().toString());
            case OutgoingEvent.Bounced e ->
                facts("recipient", recipient, "server", e.server(), "words", words(e.reply()));
            case OutgoingEvent.Expired e ->
                facts("recipient", recipient, "server", e.server(), "words", words(e.reply()));
            case OutgoingEvent.NoticeDropped e -> facts("recipient", recipient, "why", e.why());
            case OutgoingEvent.Queued _, OutgoingEvent.Held _, OutgoingEvent.Released _, OutgoingEvent.Cancelled _ ->
                facts("recipient", recipient);
        };
    }

    private static String words(SmtpReply reply) {
        return reply.toString();
    }

    /** Names and values in turn. */
    private static List<Fact> facts(String... pairs) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                facts.add(new Fact(pairs[i], pairs[i + 1]));
            }
        }
        return facts;
    }
}
