// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Cause;
import org.fumibako.sieve.HeaderChanges;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.syntax.Position;

/** The actions that a run has gathered. */
final class Results {
    private final SieveLimits limits;
    private final List<Action> actions = new ArrayList<>();
    private boolean implicitKeep = true;
    private int redirects;

    Results(SieveLimits limits) {
        this.limits = limits;
    }

    void cancelKeep() {
        implicitKeep = false;
    }

    void add(Action action, Position at) throws SieveException {
        checkCompany(action, at);
        if (merged(action)) {
            return;
        }
        if (actions.size() == limits.actions()) {
            throw new SieveException(at, "more than " + limits.actions() + " actions for one message");
        }
        if (action instanceof Action.Redirect && ++redirects > limits.redirects()) {
            throw new SieveException(at, "more than " + limits.redirects() + " redirects of one message");
        }
        actions.add(action);
    }

    /** Refusing a message and doing something with it exclude each other (RFC 5429 §2.5, RFC 5230 §4.7). */
    private void checkCompany(Action action, Position at) throws SieveException {
        boolean refuses = actions.stream().anyMatch(Action.Reject.class::isInstance);
        boolean others = actions.stream().anyMatch(other -> !(other instanceof Action.Discard));
        if (refuses ? !(action instanceof Action.Discard) : action instanceof Action.Reject && others) {
            throw new SieveException(at, "a message cannot be both rejected and handled otherwise");
        }
        if (action instanceof Action.Vacation && actions.stream().anyMatch(Action.Vacation.class::isInstance)) {
            throw new SieveException(at, "a message cannot be answered twice; use \"stop\" after the first vacation");
        }
    }

    /** One message is stored once in a mailbox and sent once to an address (RFC 5228 §2.10.3). */
    private boolean merged(Action action) {
        for (int i = 0; i < actions.size(); i++) {
            Action other = actions.get(i);
            if (other instanceof Action.Keep before && action instanceof Action.Keep again) {
                actions.set(i, new Action.Keep(union(before.flags(), again.flags()), before.header(), before.cause()));
                return true;
            }
            if (other instanceof Action.FileInto before
                    && action instanceof Action.FileInto again
                    && before.mailbox().equals(again.mailbox())
                    && before.specialUse().equals(again.specialUse())) {
                actions.set(
                        i,
                        new Action.FileInto(
                                before.mailbox(),
                                before.specialUse(),
                                before.create() || again.create(),
                                union(before.flags(), again.flags()),
                                before.header(),
                                before.cause()));
                return true;
            }
            if (other instanceof Action.Redirect before
                    && action instanceof Action.Redirect again
                    && before.address().key().equals(again.address().key())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** With the keep that is implied when nothing has cancelled it (RFC 5228 §2.10.2). */
    List<Action> all(List<String> flags, HeaderChanges header, String script) {
        if (implicitKeep && actions.stream().noneMatch(Action.Keep.class::isInstance)) {
            actions.add(new Action.Keep(flags, header, new Cause(script, 0, "")));
        }
        return actions;
    }
}
