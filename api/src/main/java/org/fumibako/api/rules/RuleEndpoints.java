// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.registry.Registry;
import org.fumibako.registry.sorting.ScreenRules;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.rules.Rule;
import org.fumibako.sieve.rules.RuleScript;
import org.fumibako.store.MessageStore;

/** メールの振り分け of accounts and of domains; kept as Sieve, so that mail programs can read and write the same rules. */
public final class RuleEndpoints {
    private static final String DOMAIN = "domain";

    private final Registry registry;
    private final MessageStore store;
    private final DryRun dryRun;

    public RuleEndpoints(Registry registry, MessageStore store, DryRun dryRun) {
        this.registry = registry;
        this.store = store;
        this.dryRun = dryRun;
    }

    public List<Endpoint<?, ?>> all() {
        List<Endpoint<?, ?>> all = new ArrayList<>(List.of(
                Endpoint.of(Method.GET, "/api/accounts/{address}/rules", "showRules")
                        .says("The rules an account sorts its mail by")
                        .may(Access.ACCOUNT)
                        .gives(RulesView.class)
                        .by(call -> sheet(call).view(null)),
                Endpoint.of(Method.PUT, "/api/accounts/{address}/rules", "setRules")
                        .says("Sets all rules of an account, in their order")
                        .may(Access.ACCOUNT)
                        .takes(RulesEdit.class)
                        .gives(RulesView.class)
                        .refuses(
                                ErrorCode.RULE_INVALID,
                                ErrorCode.RULES_TOO_MANY,
                                ErrorCode.RULES_CHANGED,
                                ErrorCode.RULES_FOREIGN,
                                ErrorCode.OVER_LIMIT)
                        .by(this::set),
                Endpoint.of(Method.GET, "/api/domains/{domain}/rules", "showDomainRules")
                        .says(
                                "The rules that all accounts of a domain have in common; they come before an account's own")
                        .may(Access.DOMAIN)
                        .gives(RulesView.class)
                        .by(call -> domainSheet(call).view(null)),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/rules", "setDomainRules")
                        .says("Sets all rules of a domain, in their order")
                        .may(Access.DOMAIN)
                        .takes(RulesEdit.class)
                        .gives(RulesView.class)
                        .refuses(
                                ErrorCode.RULE_INVALID,
                                ErrorCode.RULES_TOO_MANY,
                                ErrorCode.RULES_CHANGED,
                                ErrorCode.RULES_FOREIGN,
                                ErrorCode.OVER_LIMIT)
                        .by(this::setOfDomain)));
        all.addAll(new TryRules(store, dryRun).all());
        return all;
    }

    private Sheet sheet(Call<?> call) {
        return Sheet.of(registry.screenRules().active(call.theAccount().address()));
    }

    private Sheet domainSheet(Call<Nothing> call) {
        return domainSheet(call, registry);
    }

    static Sheet domainSheet(Call<?> call, Registry registry) {
        return Sheet.of(registry.domainRules().of(call.theDomain().name()).map(text -> new Source(DOMAIN, text)));
    }

    private RulesView set(Call<RulesEdit> call) {
        Sheet before = sheet(call);
        before.requireCurrent(call.request());
        List<Rule> rules = Sheet.rules(call.request().rules());
        // A program's script stays as it is, beside ours.
        String name = before.foreign().isPresent()
                ? ScreenRules.NAME
                : before.script().map(Source::name).orElse(ScreenRules.NAME);
        Source script = new Source(name, RuleScript.write(rules));
        Sheet after = new Sheet(Optional.of(script), Optional.of(rules));
        registry.screenRules().put(call.theAccount().address(), script, before.count(), after.count(), call.origin());
        return after.view(call.undo());
    }

    private RulesView setOfDomain(Call<RulesEdit> call) {
        Sheet before = domainSheet(call, registry);
        before.requireCurrent(call.request());
        List<Rule> rules = Sheet.rules(call.request().rules());
        String text = rules.isEmpty() ? "" : RuleScript.write(rules);
        Sheet after = new Sheet(
                Optional.of(text).filter(some -> !some.isEmpty()).map(some -> new Source(DOMAIN, some)),
                Optional.of(rules));
        registry.domainRules().put(call.theDomain().name(), text, before.count(), after.count(), call.origin());
        return after.view(call.undo());
    }
}
