// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.reply;

import java.time.Instant;
import java.util.Optional;
import org.fumibako.registry.sorting.AutoReply;
import org.jspecify.annotations.Nullable;

/**
 * An automatic reply as somebody wants it.
 *
 * @param begins null for at once
 * @param ends the first moment after it; null for until it is switched off
 * @param japanese null when it answers in English only; one of the two is there when it is on
 */
record AutoReplyEdit(
        boolean on,
        @Nullable Instant begins,
        @Nullable Instant ends,
        @Nullable ReplyWording japanese,
        @Nullable ReplyWording english) {
    AutoReply reply() {
        return new AutoReply(
                on, Optional.ofNullable(begins), Optional.ofNullable(ends), wording(japanese), wording(english));
    }

    private static Optional<AutoReply.Wording> wording(@Nullable ReplyWording wording) {
        return wording == null || wording.text().isBlank()
                ? Optional.empty()
                : Optional.of(new AutoReply.Wording(wording.subject().strip(), wording.text()));
    }
}
