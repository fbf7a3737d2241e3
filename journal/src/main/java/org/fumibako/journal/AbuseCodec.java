// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

/** {@link AbuseEvent}s as the {@code detail} column; see {@link EventCodec}. */
final class AbuseCodec {
    private AbuseCodec() {}

    static void encode(AbuseEvent event, DetailWriter detail) {
        switch (event) {
            case AbuseEvent.Backscatter e -> detail.add(e.from()).add(e.why());
            case AbuseEvent.TakeoverSuspected e ->
                detail.add(e.why()).add(e.sessions()).add(e.held());
        }
    }

    static AbuseEvent backscatter(DetailReader in) {
        return new AbuseEvent.Backscatter(in.text(), in.text());
    }

    static AbuseEvent takeover(DetailReader in) {
        return new AbuseEvent.TakeoverSuspected(in.text(), in.number(), in.number());
    }
}
