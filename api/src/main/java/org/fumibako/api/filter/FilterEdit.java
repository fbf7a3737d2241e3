// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.filter;

import org.fumibako.registry.filter.Delays;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How strict the filter is to be and what becomes of spam; the lists stay.
 *
 * @param greylist whether servers not known yet have to try again; without it, it stays as it is
 * @param tarpit whether who guesses addresses is answered slowly; without it, it stays as it is
 */
record FilterEdit(
        FilterLevel level,
        FilterAction action,
        boolean tag,
        @Nullable Boolean greylist,
        @Nullable Boolean tarpit) {
    /** What is wanted where {@code before} was. */
    FilterPolicy after(FilterPolicy before) {
        Delays delays = new Delays(
                greylist == null ? before.delays().greylist() : greylist,
                tarpit == null ? before.delays().tarpit() : tarpit);
        return new FilterPolicy(level, action, tag, delays, before.allowed(), before.blocked());
    }
}
