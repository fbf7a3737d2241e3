// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.metrics;

import java.util.Locale;
import java.util.function.Consumer;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalEvent.Entry;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.Protocol;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.metrics.Counter;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.net.metrics.Series;

/**
 * Counts what the journal is told, so that a number here and the rows there speak of the same. An event costs a look into a map and
 * an adder, beside the row of a database that it is.
 */
public final class MailTally implements Consumer<Entry> {
    private final Series<Counter> filed;
    private final Series<Counter> refused;
    private final Counter abroad;
    private final Series<Counter> outgoing;
    private final Series<Counter> attempts;
    private final Series<Counter> signIns;
    private final Series<Counter> verdicts;
    private final Counter takeovers;
    private final Counter backscatter;

    public MailTally(Metrics metrics) {
        filed = metrics.counters("fumibako_messages_filed_total", "Messages put into a mailbox", "protocol");
        refused = metrics.counters(
                "fumibako_recipients_refused_total", "Recipients refused, by our reply's code", "protocol", "code");
        abroad = metrics.counter(
                "fumibako_sending_refused_abroad_total", "Mail refused because of its sender's country");
        outgoing = metrics.counters(
                "fumibako_outgoing_recipients_total", "What became of recipients on other servers", "outcome");
        attempts =
                metrics.counters("fumibako_outgoing_replies_total", "Replies of other servers, by their code", "code");
        signIns = metrics.counters("fumibako_sign_ins_total", "Sign-ins", "protocol", "outcome");
        verdicts =
                metrics.counters("fumibako_filter_verdicts_total", "What the spam filter made of messages", "outcome");
        takeovers = metrics.counter("fumibako_takeovers_suspected_total", "Accounts slowed down as taken over");
        backscatter = metrics.counter("fumibako_backscatter_total", "Errors of mail never sent, filed aside");
    }

    @Override
    public void accept(Entry entry) {
        String protocol = word(entry.origin().protocol());
        switch (entry.event()) {
            case JournalEvent.Filed _ -> filed.of(protocol).increment();
            case JournalEvent.Refused event ->
                refused.of(protocol, code(event.reply())).increment();
            case JournalEvent.RefusedAbroad _ -> abroad.increment();
            case JournalEvent.SignedIn _ -> signIns.of(protocol, "ok").increment();
            case JournalEvent.SignInFailed _ -> signIns.of(protocol, "failed").increment();
            case FilterEvent.Judged event -> verdicts.of(event.outcome()).increment();
            case AbuseEvent.TakeoverSuspected _ -> takeovers.increment();
            case AbuseEvent.Backscatter _ -> backscatter.increment();
            case OutgoingEvent event -> count(event);
            default -> {
                // Of no interest to whoever watches a server: the journal has it.
            }
        }
    }

    private void count(OutgoingEvent event) {
        switch (event) {
            case OutgoingEvent.Queued _ -> outgoing.of("queued").increment();
            case OutgoingEvent.Delivered done -> replied("delivered", done.reply());
            case OutgoingEvent.Deferred later -> replied("deferred", later.reply());
            case OutgoingEvent.Bounced never -> replied("bounced", never.reply());
            case OutgoingEvent.Expired late -> replied("expired", late.reply());
            case OutgoingEvent.Held _ -> outgoing.of("held").increment();
            case OutgoingEvent.Released _ -> outgoing.of("released").increment();
            case OutgoingEvent.Cancelled _ -> outgoing.of("cancelled").increment();
            case OutgoingEvent.NoticeDropped _ -> outgoing.of("notice-dropped").increment();
        }
    }

    private void replied(String outcome, SmtpReply reply) {
        outgoing.of(outcome).increment();
        attempts.of(String.valueOf(reply.code())).increment();
    }

    /** The enhanced code where there is one: it says why. */
    private static String code(SmtpReply reply) {
        return reply.status().map(Object::toString).orElseGet(() -> String.valueOf(reply.code()));
    }

    private static String word(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }
}
