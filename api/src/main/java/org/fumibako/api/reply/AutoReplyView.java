// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.reply;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.registry.sorting.AutoReply;
import org.jspecify.annotations.Nullable;

/**
 * How an account answers by itself.
 *
 * @param answering whether it does at this moment
 * @param undo takes the change back that this answers; null when it answers none
 */
record AutoReplyView(
        boolean on,
        boolean answering,
        @Nullable Instant begins,
        @Nullable Instant ends,
        @Nullable ReplyWording japanese,
        @Nullable ReplyWording english,
        @Nullable Long undo) {
    static AutoReplyView of(AutoReply reply, Instant now, @Nullable Long undo) {
        return new AutoReplyView(
                reply.on(),
                reply.isOn(now),
                reply.begins().orElse(null),
                reply.ends().orElse(null),
                wording(reply.japanese()),
                wording(reply.english()),
                undo);
    }

    private static @Nullable ReplyWording wording(Optional<AutoReply.Wording> wording) {
        return wording.map(some -> new ReplyWording(some.subject(), some.text()))
                .orElse(null);
    }
}
