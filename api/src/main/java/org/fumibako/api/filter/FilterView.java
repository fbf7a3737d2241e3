// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.filter;

import java.util.List;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.SenderPattern;
import org.jspecify.annotations.Nullable;

/**
 * What a domain wants of the spam filter.
 *
 * @param action what becomes of spam
 * @param tag whether its subject begins with {@code [SPAM]}
 * @param greylist whether servers that are not known yet have to try again
 * @param tarpit whether who asks for addresses that do not exist is answered slowly
 * @param allowed senders whose mail is never spam, when it is theirs; addresses and domains with * for any characters
 * @param blocked senders whose mail always is
 * @param undo takes the change back that this answers; null when it answers none
 */
record FilterView(
        FilterLevel level,
        FilterAction action,
        boolean tag,
        boolean greylist,
        boolean tarpit,
        List<String> allowed,
        List<String> blocked,
        @Nullable Long undo) {
    static FilterView of(FilterPolicy policy, @Nullable Long undo) {
        return new FilterView(
                policy.level(),
                policy.action(),
                policy.tag(),
                policy.delays().greylist(),
                policy.delays().tarpit(),
                policy.allowed().stream().map(SenderPattern::text).toList(),
                policy.blocked().stream().map(SenderPattern::text).toList(),
                undo);
    }
}
