// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.ArrayList;
import java.util.List;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.model.EmailAddress;
import org.fumibako.sieve.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a form has it.
 *
 * @param all whether all conditions have to hold, or any
 * @param stop whether the rules after it are passed over
 */
record RuleForm(
        String name, boolean on, boolean all, List<ConditionForm> conditions, List<ActionForm> actions, boolean stop) {
    /** @param field the name of the header field for the subject {@code header}, else null */
    record ConditionForm(Rule.Subject subject, @Nullable String field, Rule.Match match, String text) {}

    /**
     * What is done.
     *
     * @param mailbox for move and copy, by its name
     * @param address for forward
     */
    record ActionForm(
            What what, @Nullable String mailbox, @Nullable String address) {}

    /** Kinds of actions. */
    enum What {
        MOVE,
        COPY,
        FORWARD,
        MARK_READ,
        STAR,
        DELETE
    }

    static RuleForm of(Rule rule) {
        return new RuleForm(
                rule.name(),
                rule.on(),
                rule.all(),
                rule.conditions().stream().map(RuleForm::form).toList(),
                rule.deeds().stream().map(RuleForm::form).toList(),
                rule.stop());
    }

    private static ConditionForm form(Rule.Condition condition) {
        String field = condition.field().isEmpty() ? null : condition.field();
        return new ConditionForm(condition.subject(), field, condition.match(), condition.text());
    }

    static ActionForm form(Rule.Deed deed) {
        return switch (deed) {
            case Rule.Deed.Move move -> new ActionForm(What.MOVE, move.mailbox(), null);
            case Rule.Deed.Copy copy -> new ActionForm(What.COPY, copy.mailbox(), null);
            case Rule.Deed.Forward forward ->
                new ActionForm(What.FORWARD, null, forward.address().toString());
            case Rule.Deed.Mark mark ->
                new ActionForm(mark.flag() == Rule.Flag.SEEN ? What.MARK_READ : What.STAR, null, null);
            case Rule.Deed.Delete _ -> new ActionForm(What.DELETE, null, null);
        };
    }

    /**
     * The rule.
     *
     * @param at how a refusal names it: {@code rules[2]}
     */
    Rule rule(String at) {
        List<Rule.Condition> read = new ArrayList<>();
        for (ConditionForm condition : conditions) {
            read.add(checked(at + ".conditions[" + read.size() + "]", () -> condition(condition)));
        }
        List<Rule.Deed> deeds = new ArrayList<>();
        for (ActionForm action : actions) {
            deeds.add(checked(at + ".actions[" + deeds.size() + "]", () -> deed(action)));
        }
        return checked(at, () -> new Rule(name.strip(), on, all, read, deeds, stop));
    }

    private static Rule.Condition condition(ConditionForm form) {
        String field = form.field() == null ? "" : form.field().strip();
        return new Rule.Condition(
                form.subject(), field, form.match(), form.text().strip());
    }

    private static Rule.Deed deed(ActionForm form) {
        return switch (form.what()) {
            case MOVE -> new Rule.Deed.Move(named(form.mailbox()));
            case COPY -> new Rule.Deed.Copy(named(form.mailbox()));
            case FORWARD ->
                new Rule.Deed.Forward(
                        EmailAddress.parse(named(form.address())).orElseThrow(IllegalArgumentException::new));
            case MARK_READ -> new Rule.Deed.Mark(Rule.Flag.SEEN);
            case STAR -> new Rule.Deed.Mark(Rule.Flag.FLAGGED);
            case DELETE -> new Rule.Deed.Delete();
        };
    }

    private static String named(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Something is missing.");
        }
        return text.strip();
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T checked(String at, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException wrong) {
            throw ApiException.of(ErrorCode.RULE_INVALID).at(at);
        }
    }
}
