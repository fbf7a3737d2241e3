// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import static org.fumibako.app.demo.SampleOffice.ORIGIN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.AppScope;
import org.fumibako.registry.Registry;
import org.fumibako.registry.filter.FilterAction;
import org.fumibako.registry.filter.FilterLevel;
import org.fumibako.registry.filter.FilterPolicies.Kind;
import org.fumibako.registry.filter.SenderPattern;
import org.fumibako.registry.sorting.AutoReply;
import org.fumibako.registry.sorting.ScreenRules;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.rules.Rule;
import org.fumibako.sieve.rules.Rule.Condition;
import org.fumibako.sieve.rules.Rule.Deed;
import org.fumibako.sieve.rules.Rule.Match;
import org.fumibako.sieve.rules.Rule.Subject;
import org.fumibako.sieve.rules.RuleScript;

/** What people of the office have set: forwarding, automatic replies, rules, the filter, app passwords. */
final class OfficeSettings {
    private final Registry registry;
    private final Clock clock;

    OfficeSettings(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    private static EmailAddress at(String name) {
        return new EmailAddress(name, Demo.DOMAIN);
    }

    void set() {
        forward("keiri", "tax@gmail.test", "soumu@example.test");
        forward("eigyo", "eigyo@gmail.test", "taro@example.test");
        forward("saiyo", "soumu@example.test");
        forward("support", "hanako@example.test", "taro@example.test", "night@outlook.test");
        Instant now = clock.instant();
        reply("support", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(5)));
        reply("keiri", now.plus(Duration.ofDays(28)), now.plus(Duration.ofDays(35)));
        filter();
        rules();
        registry.appPasswords().add(at("taro"), "受付のパソコン", AppScope.RECEIVE_ONLY, ORIGIN);
        registry.appPasswords().add(at("taro"), "iPhone", AppScope.ALL, ORIGIN);
    }

    private void forward(String from, String... targets) {
        for (String target : targets) {
            EmailAddress address = EmailAddress.of(target);
            boolean there = registry.forwards().of(at(from)).targets().stream()
                    .anyMatch(known -> known.address().equals(address));
            if (!there) {
                registry.forwards().add(at(from), address, ORIGIN);
            }
        }
    }

    private void reply(String name, Instant begins, Instant ends) {
        AutoReply.Wording japanese = new AutoReply.Wording("", "ただいま休業しております。休み明けに、順にご返信いたします。");
        AutoReply.Wording english = new AutoReply.Wording("", "Our office is closed. We will answer when we are back.");
        registry.autoReplies()
                .set(
                        at(name),
                        new AutoReply(
                                true,
                                Optional.of(begins),
                                Optional.of(ends),
                                Optional.of(japanese),
                                Optional.of(english)),
                        ORIGIN);
    }

    private void filter() {
        registry.filters().set(Demo.DOMAIN, FilterLevel.STANDARD, FilterAction.JUNK, true, ORIGIN);
        registry.filters().add(Demo.DOMAIN, Kind.ALLOW, SenderPattern.parse("*@gmail.test"), ORIGIN);
        registry.filters().add(Demo.DOMAIN, Kind.BLOCK, SenderPattern.parse("*.casino.test"), ORIGIN);
    }

    private void rules() {
        Rule invoices = new Rule(
                "請求書",
                true,
                false,
                List.of(
                        Condition.of(Subject.SUBJECT, Match.CONTAINS, "請求書"),
                        Condition.of(Subject.SUBJECT, Match.CONTAINS, "invoice")),
                List.of(new Deed.Move("経理")),
                true);
        Rule news = new Rule(
                "お知らせメール",
                true,
                true,
                List.of(Condition.of(Subject.FROM, Match.CONTAINS, "news@")),
                List.of(new Deed.Mark(Rule.Flag.SEEN), new Deed.Move("お知らせ")),
                true);
        Source script = new Source(ScreenRules.NAME, RuleScript.write(List.of(invoices, news)));
        registry.screenRules().put(at("taro"), script, "0", "2", ORIGIN);
    }
}
