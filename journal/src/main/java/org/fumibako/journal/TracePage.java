// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.List;
import java.util.OptionalLong;

/**
 * Messages that were asked for, the latest first.
 *
 * @param next where the next page begins ({@link TraceQuery#before}); empty when there is none
 */
public record TracePage(List<MessageLife> lives, OptionalLong next) {
    public TracePage {
        lives = List.copyOf(lives);
    }
}
