// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fumibako.registry.history.ChangeKind;
import org.fumibako.registry.history.StateText;

/** A {@link FilterPolicy} as a text: all of it to be put back, and what of it changed for people. */
final class FilterText {
    private static final String ALLOW = "+";
    private static final String BLOCK = "-";
    /** Before a word that no pattern can be; what was written before there were such words reads as none. */
    private static final String DELAY = "=";

    private static final String GREYLIST = DELAY + "greylist";
    private static final String TARPIT = DELAY + "tarpit";

    /** Characters of a list that the history shows. */
    private static final int MAX_WORDS = 200;

    private FilterText() {}

    static String write(FilterPolicy policy) {
        List<String> parts = new ArrayList<>();
        parts.add(policy.level().name());
        parts.add(policy.action().name());
        parts.add(String.valueOf(policy.tag()));
        if (policy.delays().greylist()) {
            parts.add(GREYLIST);
        }
        if (policy.delays().tarpit()) {
            parts.add(TARPIT);
        }
        policy.allowed().forEach(pattern -> parts.add(ALLOW + pattern.text()));
        policy.blocked().forEach(pattern -> parts.add(BLOCK + pattern.text()));
        return StateText.join(parts);
    }

    static FilterPolicy read(String text) {
        List<String> parts = StateText.split(text);
        return new FilterPolicy(
                FilterLevel.valueOf(parts.getFirst()),
                FilterAction.valueOf(parts.get(1)),
                Boolean.parseBoolean(parts.get(2)),
                new Delays(parts.contains(GREYLIST), parts.contains(TARPIT)),
                patterns(parts, ALLOW),
                patterns(parts, BLOCK));
    }

    private static List<SenderPattern> patterns(List<String> parts, String sign) {
        return parts.stream()
                .skip(3)
                .filter(part -> part.startsWith(sign))
                .map(part -> new SenderPattern(part.substring(1)))
                .toList();
    }

    /** What of a policy a change of that kind is about: {@code standard junk tag}, or the list's entries. */
    static String words(ChangeKind kind, FilterPolicy policy) {
        return switch (kind) {
            case FILTER_ALLOWED -> list(policy.allowed());
            case FILTER_BLOCKED -> list(policy.blocked());
            default ->
                (policy.level() + " " + policy.action() + (policy.tag() ? " tag" : "")
                                + (policy.delays().greylist() ? " greylist" : "")
                                + (policy.delays().tarpit() ? " tarpit" : ""))
                        .toLowerCase(Locale.ROOT);
        };
    }

    private static String list(List<SenderPattern> patterns) {
        String all = patterns.stream().map(SenderPattern::text).collect(Collectors.joining(", "));
        return all.length() > MAX_WORDS ? all.substring(0, MAX_WORDS) + "…" : all;
    }

    /** In what two policies differ. */
    static ChangeKind difference(FilterPolicy one, FilterPolicy other) {
        if (!one.allowed().equals(other.allowed())) {
            return ChangeKind.FILTER_ALLOWED;
        }
        return one.blocked().equals(other.blocked()) ? ChangeKind.FILTER : ChangeKind.FILTER_BLOCKED;
    }
}
