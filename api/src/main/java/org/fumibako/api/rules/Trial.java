// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;
import org.fumibako.sieve.rules.Rule;
import org.fumibako.sieve.rules.RuleScript;

/** Runs rules one by one over a message, as the scripts that they are kept as. */
final class Trial {
    private final DryRun dryRun;

    Trial(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    Tried of(Account account, Content content, List<Rule> rules) throws IOException {
        DryRun.Session message = dryRun.over(account, content);
        List<Tried.TriedRule> tried = new ArrayList<>();
        boolean open = true;
        for (Rule rule : rules) {
            List<Boolean> conditions = new ArrayList<>();
            for (Rule.Condition condition : rule.conditions()) {
                conditions.add(takes(message, alone(rule, condition)));
            }
            boolean holds = rule.all() ? !conditions.contains(false) : conditions.contains(true);
            Tried.Verdict verdict = verdict(rule, open, holds);
            open &= verdict != Tried.Verdict.TAKES || !rule.stop();
            tried.add(new Tried.TriedRule(verdict, conditions));
        }
        return new Tried(tried);
    }

    private static Tried.Verdict verdict(Rule rule, boolean open, boolean holds) {
        if (!rule.on()) {
            return Tried.Verdict.OFF;
        } else if (!open) {
            return Tried.Verdict.NOT_REACHED;
        }
        return holds ? Tried.Verdict.TAKES : Tried.Verdict.PASSES;
    }

    /** A rule of one condition, which does something that shows. */
    private static Rule alone(Rule rule, Rule.Condition condition) {
        return new Rule(rule.name(), true, true, List.of(condition), List.of(new Rule.Deed.Move("taken")), false);
    }

    private static boolean takes(DryRun.Session message, Rule rule) throws IOException {
        return message.takes(RuleScript.write(List.of(rule)));
    }
}
