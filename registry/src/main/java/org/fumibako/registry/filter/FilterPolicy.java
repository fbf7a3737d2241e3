// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.util.Collection;
import java.util.List;
import org.fumibako.model.EmailAddress;

/**
 * What a domain wants of the filter.
 *
 * @param tag whether the subject of spam begins with {@code [SPAM]}
 * @param allowed senders whose mail is never spam, when it is theirs
 * @param delays who is kept waiting, whatever the level
 * @param blocked senders whose mail always is
 */
public record FilterPolicy(
        FilterLevel level,
        FilterAction action,
        boolean tag,
        Delays delays,
        List<SenderPattern> allowed,
        List<SenderPattern> blocked) {
    /** Of a domain that nobody has said anything of. */
    public static final FilterPolicy DEFAULT = ofLevel(FilterLevel.OFF);

    public FilterPolicy {
        allowed = List.copyOf(allowed);
        blocked = List.copyOf(blocked);
    }

    /** One that keeps nobody waiting. */
    public FilterPolicy(
            FilterLevel level,
            FilterAction action,
            boolean tag,
            List<SenderPattern> allowed,
            List<SenderPattern> blocked) {
        this(level, action, tag, Delays.NONE, allowed, blocked);
    }

    /** The same, but for who waits. */
    public FilterPolicy with(Delays other) {
        return new FilterPolicy(level, action, tag, other, allowed, blocked);
    }

    public static FilterPolicy ofLevel(FilterLevel level) {
        return new FilterPolicy(level, FilterAction.JUNK, true, List.of(), List.of());
    }

    /** Whether content is not looked at; {@link #blocked} holds all the same. */
    public boolean isOff() {
        return level == FilterLevel.OFF;
    }

    /** Whether there is nothing to do for any message. */
    public boolean isIdle() {
        return isOff() && blocked.isEmpty();
    }

    /** The least score that is spam; where the filter is off, that of a sender on the list of unwanted ones is. */
    public double threshold() {
        return isOff() ? FilterLevel.STANDARD.threshold() : level.threshold();
    }

    public boolean allows(Collection<EmailAddress> senders) {
        return matches(allowed, senders);
    }

    public boolean blocks(Collection<EmailAddress> senders) {
        return matches(blocked, senders);
    }

    private static boolean matches(List<SenderPattern> patterns, Collection<EmailAddress> senders) {
        return patterns.stream().anyMatch(pattern -> senders.stream().anyMatch(pattern::matches));
    }
}
