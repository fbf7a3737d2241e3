// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** {@link ForwardEvent}s as the {@code detail} column; see {@link EventCodec}. */
final class ForwardCodec {
    private ForwardCodec() {}

    static void encode(ForwardEvent event, DetailWriter detail) {
        detail.add(event.target().toString());
        switch (event) {
            case ForwardEvent.Forwarded e ->
                detail.add(e.sender()).add(e.how().name()).add(e.messageId());
            case ForwardEvent.Withheld e ->
                detail.add(e.sender()).add(e.messageId()).add(e.why());
            case ForwardEvent.TargetFailed e -> detail.add(e.why()).add(e.failures());
            case ForwardEvent.Stopped e -> detail.add(e.why());
            case ForwardEvent.PutBack e -> detail.add(e.messageId());
        }
    }

    static ForwardEvent forwarded(DetailReader in) {
        return new ForwardEvent.Forwarded(
                in.requiredAddress(), in.address(), ForwardEvent.How.valueOf(in.text()), in.text());
    }

    static ForwardEvent withheld(DetailReader in) {
        return new ForwardEvent.Withheld(in.requiredAddress(), in.address(), in.text(), in.text());
    }
}
