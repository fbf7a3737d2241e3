// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.fumibako.model.EmailAddress;
import org.fumibako.store.queue.QueueAttempt;
import org.fumibako.store.queue.QueueRow;
import org.fumibako.store.queue.QueuedMessage;
import org.fumibako.store.queue.QueuedRecipient;
import org.fumibako.store.queue.RecipientState;

/** The queue as lines for the operator. */
final class QueuePrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final ZoneId zone;

    QueuePrinter(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** One recipient in one line. */
    void line(QueueRow row) {
        out.println(row.message().id() + "  " + time(row.message().acceptedAt()) + "  " + sender(row.message())
                + "  ->  " + row.recipient().addressee().address() + "  " + standing(row)
                + row.last().map(last -> "  " + OneLine.of(last.words())).orElse(""));
    }

    void summary(Map<RecipientState, Long> counts) {
        out.println(counts.getOrDefault(RecipientState.WAITING, 0L) + " waiting, "
                + counts.getOrDefault(RecipientState.HELD, 0L) + " held.");
    }

    void message(QueueRow row) {
        QueuedMessage message = row.message();
        out.println("Message  " + message.id());
        out.println("From     " + sender(message));
        out.println("Subject  " + OneLine.of(row.subject()));
        out.println("Id       <" + OneLine.of(row.messageId()) + ">");
        out.println("Accepted " + time(message.acceptedAt()) + ", " + message.size() + " octets");
    }

    void recipient(QueueRow row) {
        out.println("To       " + row.recipient().addressee().address() + "  " + standing(row));
    }

    void attempt(QueueAttempt attempt) {
        String server = attempt.server().isEmpty() ? "" : "  " + OneLine.of(attempt.server());
        String tls = attempt.tls().isEmpty() ? "" : "  " + OneLine.of(attempt.tls());
        out.println("         " + time(attempt.at()) + server + tls + "  " + OneLine.of(attempt.words()));
    }

    private String standing(QueueRow row) {
        QueuedRecipient recipient = row.recipient();
        return switch (recipient.state()) {
            case WAITING ->
                row.underway()
                        ? "under way"
                        : "next attempt " + time(recipient.nextAt()) + " (" + recipient.attempts() + " so far)";
            case HELD -> "held";
            case DELIVERED -> "delivered";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static String sender(QueuedMessage message) {
        return message.envelope().sender().map(EmailAddress::toString).orElse("<>");
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }
}
