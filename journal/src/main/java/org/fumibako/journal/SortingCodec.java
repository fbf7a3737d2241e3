// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** {@link SortingEvent}s as the {@code detail} column; see {@link EventCodec}. */
final class SortingCodec {
    private SortingCodec() {}

    static void encode(SortingEvent event, DetailWriter detail) {
        switch (event) {
            case SortingEvent.Sorted e -> detail.add(e.done()).add(e.rule());
            case SortingEvent.Discarded e ->
                detail.add(e.sender()).add(e.subject()).add(e.rule());
            case SortingEvent.ScriptFailed e -> detail.add(e.why());
            case SortingEvent.AutoReplied e ->
                detail.add(e.correspondent().toString()).add(e.rule());
            case SortingEvent.ReplyWithheld e -> detail.add(e.sender()).add(e.why());
        }
        detail.add(event.messageId());
    }

    static SortingEvent discarded(DetailReader in) {
        return new SortingEvent.Discarded(in.address(), in.text(), in.text(), in.text());
    }
}
