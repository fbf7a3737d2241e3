// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.rules.Rule;
import org.fumibako.sieve.rules.RuleScript;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a script says, if it says nothing else.
 *
 * @param script empty where there is none
 * @param rules empty when it says what rules cannot say
 */
record Sheet(Optional<Source> script, Optional<List<Rule>> rules) {
    private static final int REVISION_OCTETS = 12;

    static Sheet of(Optional<Source> script) {
        return new Sheet(
                script,
                script.isEmpty() ? Optional.of(List.of()) : read(script.get().text()));
    }

    private static Optional<List<Rule>> read(String text) {
        try {
            return RuleScript.read(text);
        } catch (SieveException unsound) {
            return Optional.empty();
        }
    }

    RulesView view(@Nullable Long undo) {
        return new RulesView(
                rules.orElse(List.of()).stream().map(RuleForm::of).toList(),
                revision(),
                foreign().orElse(null),
                undo);
    }

    Optional<String> foreign() {
        return rules.isPresent() ? Optional.empty() : script.map(Source::name);
    }

    /** How many there are, for the history. */
    String count() {
        return rules.map(some -> String.valueOf(some.size())).orElse("");
    }

    private String revision() {
        String text = script.map(Source::text).orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, REVISION_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Refuses a change of other rules than these. */
    void requireCurrent(RulesEdit edit) {
        if (!edit.revision().equals(revision())) {
            throw ApiException.of(ErrorCode.RULES_CHANGED).at("revision");
        }
        if (foreign().isPresent() && !Boolean.TRUE.equals(edit.replace())) {
            throw ApiException.of(ErrorCode.RULES_FOREIGN, "script", foreign().get());
        }
    }

    /** The rules of a form. */
    static List<Rule> rules(List<RuleForm> forms) {
        if (forms.size() > Rule.MAX_RULES) {
            throw ApiException.of(ErrorCode.RULES_TOO_MANY, "limit", String.valueOf(Rule.MAX_RULES))
                    .at("rules");
        }
        List<Rule> rules = new ArrayList<>();
        for (RuleForm form : forms) {
            rules.add(form.rule("rules[" + rules.size() + "]"));
        }
        return rules;
    }
}
