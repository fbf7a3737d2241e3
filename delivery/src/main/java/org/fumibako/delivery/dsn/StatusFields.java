// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.dsn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.fumibako.delivery.MailDate;
import org.fumibako.model.DomainName;
import org.fumibako.store.queue.QueueAttempt;

/** The part of a notification that programs read (RFC 3464 §2). */
final class StatusFields {
    /** Characters kept of what others said, in one field. */
    private static final int MAX_FOREIGN = 900;

    private final DomainName host;
    private final ZoneId zone;

    StatusFields(DomainName host, ZoneId zone) {
        this.host = host;
        this.zone = zone;
    }

    /** Whether an address in it is not ASCII, so that it is a message/global-delivery-status (RFC 6533 §3). */
    static boolean global(Report report) {
        return report.recipients().stream()
                .anyMatch(recipient -> !FieldText.isAscii(recipient.address().toString())
                        || !FieldText.isAscii(recipient.originalRecipient().orElse("")));
    }

    String of(Report report) {
        boolean global = global(report);
        StringBuilder fields = new StringBuilder(1_000);
        report.envelopeId().ifPresent(id -> field(fields, "Original-Envelope-Id", FieldText.ascii(id, MAX_FOREIGN)));
        field(fields, "Reporting-MTA", "dns; " + host);
        field(fields, "Arrival-Date", date(report.arrived()));
        for (Reported recipient : report.recipients()) {
            fields.append("\r\n");
            of(recipient, global, fields);
        }
        return fields.toString();
    }

    private void of(Reported recipient, boolean global, StringBuilder fields) {
        QueueAttempt attempt = recipient.attempt();
        recipient
                .originalRecipient()
                .flatMap(StatusFields::typed)
                .ifPresent(original -> field(fields, "Original-Recipient", text(original, global)));
        String type = global ? "utf-8; " : "rfc822; ";
        field(fields, "Final-Recipient", type + text(recipient.address().toString(), global));
        field(fields, "Action", recipient.action().field());
        field(fields, "Status", status(recipient));
        if (!attempt.server().isEmpty()) {
            field(fields, "Remote-MTA", "dns; " + FieldText.ascii(name(attempt.server()), MAX_FOREIGN));
        }
        attempt.reply()
                .ifPresent(reply ->
                        field(fields, "Diagnostic-Code", "smtp; " + FieldText.ascii(reply.toString(), MAX_FOREIGN)));
        field(fields, "Last-Attempt-Date", date(attempt.at()));
        recipient.retryUntil().ifPresent(until -> field(fields, "Will-Retry-Until", date(until)));
    }

    /** What is over for want of time is a permanent failure, whatever the last reply was (RFC 3464 §2.3.4). */
    private static String status(Reported recipient) {
        String status = recipient.attempt().status().toString();
        return recipient.action() == Action.FAILED ? "5" + status.substring(1) : status;
    }

    /** ORCPT as {@code type; address}. */
    private static Optional<String> typed(String original) {
        int semicolon = original.indexOf(';');
        return semicolon < 1
                ? Optional.empty()
                : Optional.of(original.substring(0, semicolon) + "; " + original.substring(semicolon + 1));
    }

    private static String name(String server) {
        int bracket = server.indexOf('[');
        return bracket < 1 ? server : server.substring(0, bracket);
    }

    private static String text(String foreign, boolean global) {
        return global ? FieldText.line(foreign, MAX_FOREIGN) : FieldText.ascii(foreign, MAX_FOREIGN);
    }

    private String date(Instant moment) {
        return MailDate.format(moment.atZone(zone).toOffsetDateTime());
    }

    private static void field(StringBuilder fields, String name, String value) {
        fields.append(name).append(": ").append(FieldText.folded(value)).append("\r\n");
    }
}
