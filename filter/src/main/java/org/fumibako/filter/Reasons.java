// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the reasons that signals find; each code counts once. For one message, not shared between threads. */
public final class Reasons {
    private final List<Reason> found = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    /** Adds a reason, unless one of the same code is there. */
    public void add(Reason reason) {
        if (codes.add(reason.code())) {
            found.add(reason);
        }
    }

    public void addIf(boolean condition, Reason reason) {
        if (condition) {
            add(reason);
        }
    }

    /** What was found so far, in that order. */
    public List<Reason> all() {
        return List.copyOf(found);
    }
}
