// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.time.Instant;

/** {@link OutgoingEvent}s as the {@code detail} column; see {@link EventCodec}. */
final class OutgoingCodec {
    private OutgoingCodec() {}

    static void encode(OutgoingEvent event, DetailWriter detail) {
        detail.add(event.queueId()).add(event.recipient().toString());
        switch (event) {
            case OutgoingEvent.Queued e ->
                detail.add(e.sender()).add(e.size()).add(e.messageId()).add(e.subject());
            case OutgoingEvent.Delivered e ->
                EventCodec.reply(detail.add(e.server()).add(e.tls()), e.reply());
            case OutgoingEvent.Deferred e ->
                EventCodec.reply(detail.add(e.server()), e.reply()).add(e.next().toEpochMilli());
            case OutgoingEvent.Bounced e -> EventCodec.reply(detail.add(e.server()), e.reply());
            case OutgoingEvent.Expired e -> EventCodec.reply(detail.add(e.server()), e.reply());
            case OutgoingEvent.NoticeDropped e -> detail.add(e.why());
            case OutgoingEvent.Held _, OutgoingEvent.Released _, OutgoingEvent.Cancelled _ -> {}
        }
    }

    static OutgoingEvent queued(DetailReader in) {
        return new OutgoingEvent.Queued(
                in.number(), in.requiredAddress(), in.address(), in.number(), in.text(), in.text());
    }

    static OutgoingEvent delivered(DetailReader in) {
        return new OutgoingEvent.Delivered(
                in.number(), in.requiredAddress(), in.text(), in.text(), EventCodec.reply(in));
    }

    static OutgoingEvent deferred(DetailReader in) {
        return new OutgoingEvent.Deferred(
                in.number(), in.requiredAddress(), in.text(), EventCodec.reply(in), Instant.ofEpochMilli(in.number()));
    }

    static OutgoingEvent bounced(DetailReader in) {
        return new OutgoingEvent.Bounced(in.number(), in.requiredAddress(), in.text(), EventCodec.reply(in));
    }

    static OutgoingEvent expired(DetailReader in) {
        return new OutgoingEvent.Expired(in.number(), in.requiredAddress(), in.text(), EventCodec.reply(in));
    }
}
