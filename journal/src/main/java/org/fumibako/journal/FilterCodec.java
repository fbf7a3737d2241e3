// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** {@link FilterEvent}s as the {@code detail} column; see {@link EventCodec}. */
final class FilterCodec {
    private FilterCodec() {}

    static void encode(FilterEvent event, DetailWriter detail) {
        switch (event) {
            case FilterEvent.Judged e ->
                detail.add(e.sender())
                        .add(e.messageId())
                        .add(e.subject())
                        .add(e.score())
                        .add(e.level())
                        .add(e.outcome())
                        .add(e.reasons());
            case FilterEvent.Learnt e -> detail.add(e.as()).add(e.words());
            case FilterEvent.ScannerSilent e ->
                detail.add(e.scanner()).add(e.why()).add(e.messageId());
        }
    }

    static FilterEvent judged(DetailReader in) {
        return new FilterEvent.Judged(in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }
}
