// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import java.util.List;
import java.util.Set;

/**
 * How a message's header is to be changed (RFC 5293).
 *
 * @param front fields for the top, the first one first, encoded and folded, each with its CRLF
 * @param removed which fields of the message go, counted from 0 as {@code mime.Headers} counts them
 * @param back fields for the end
 */
public record HeaderChanges(List<String> front, Set<Integer> removed, List<String> back) {
    public static final HeaderChanges NONE = new HeaderChanges(List.of(), Set.of(), List.of());

    public HeaderChanges {
        front = List.copyOf(front);
        removed = Set.copyOf(removed);
        back = List.copyOf(back);
    }

    public boolean isEmpty() {
        return front.isEmpty() && removed.isEmpty() && back.isEmpty();
    }
}
