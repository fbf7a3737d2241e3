// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Sample;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MailDate;

/** Whether the header has what every mail program writes (RFC 5322 §3.6). */
public final class Form implements Signal {
    /** Clocks are wrong by hours, queues hold mail for five days. */
    private static final Duration EARLY = Duration.ofHours(24);

    private static final Duration LATE = Duration.ofDays(7);

    private static final Reason NO_FROM = new Reason("NO_FROM", 2.0, "差出人が書かれていません。", "It does not say who wrote it.");
    private static final Reason MANY_FROM =
            new Reason("MANY_FROM", 2.0, "差出人の欄が複数あります。", "It has several From fields.");
    private static final Reason NO_DATE = new Reason("NO_DATE", 0.8, "日付が書かれていません。", "It has no date.");
    private static final Reason ODD_DATE = new Reason("ODD_DATE", 0.5, "日付が正しい形式ではありません。", "Its date cannot be read.");
    private static final Reason DATE_AHEAD =
            new Reason("DATE_AHEAD", 1.5, "日付が未来になっています。", "Its date lies in the future.");
    private static final Reason DATE_PAST =
            new Reason("DATE_PAST", 0.8, "日付が一週間以上前です。", "Its date is more than a week ago.");
    private static final Reason NO_MESSAGE_ID =
            new Reason("NO_MESSAGE_ID", 0.7, "Message-ID がありません。", "It has no Message-ID.");
    private static final Reason NO_SUBJECT = new Reason("NO_SUBJECT", 0.3, "件名がありません。", "It has no subject.");
    private static final Reason NO_RECIPIENT =
            new Reason("NO_RECIPIENT", 0.3, "宛先が書かれていません。", "It does not say for whom it is.");

    @Override
    public void examine(Sample sample, Reasons into) {
        Headers headers = sample.headers();
        into.addIf(sample.from().isEmpty(), NO_FROM);
        into.addIf(headers.all("From").size() > 1, MANY_FROM);
        into.addIf(headers.first("Message-ID").isEmpty(), NO_MESSAGE_ID);
        into.addIf(sample.subject().isBlank(), NO_SUBJECT);
        into.addIf(headers.first("To").isEmpty() && headers.first("Cc").isEmpty(), NO_RECIPIENT);
        date(headers.first("Date"), sample.circumstances().received(), into);
    }

    private static void date(Optional<String> value, Instant received, Reasons into) {
        if (value.isEmpty()) {
            into.add(NO_DATE);
            return;
        }
        Optional<OffsetDateTime> date = MailDate.parse(value.get());
        into.addIf(date.isEmpty(), ODD_DATE);
        date.map(OffsetDateTime::toInstant).ifPresent(written -> {
            into.addIf(written.isAfter(received.plus(EARLY)), DATE_AHEAD);
            into.addIf(written.isBefore(received.minus(LATE)), DATE_PAST);
        });
    }
}
