// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.fumibako.sieve.rules.Rule;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;

/** どのルールに当たる? Rules, saved or not, on a stored message or on one that somebody thinks of. */
final class TryRules {
    private final RecentMessages messages;
    private final Trial trial;

    TryRules(MessageStore store, DryRun dryRun) {
        this.messages = new RecentMessages(store);
        this.trial = new Trial(dryRun);
    }

    List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/accounts/{address}/rules/messages", "listRuleMessages")
                        .says("The newest messages of the INBOX, to try rules on")
                        .may(Access.ACCOUNT)
                        .gives(RuleMessages.class)
                        .by(call -> messages.list(call.theAccount().id())),
                Endpoint.of(Method.POST, "/api/accounts/{address}/rules/try", "tryRules")
                        .says("Says which rules would take a message, and does nothing")
                        .may(Access.ACCOUNT)
                        .takes(TryRequest.class)
                        .gives(Tried.class)
                        .refuses(ErrorCode.RULE_INVALID, ErrorCode.RULES_TOO_MANY, ErrorCode.MESSAGE_GONE)
                        .by(call -> run(call, call.theAccount())),
                Endpoint.of(Method.POST, "/api/domains/{domain}/rules/try", "tryDomainRules")
                        .says("Says which rules of a domain would take a message with such fields, and does nothing")
                        .may(Access.DOMAIN)
                        .takes(TryRequest.class)
                        .gives(Tried.class)
                        .refuses(ErrorCode.RULE_INVALID, ErrorCode.RULES_TOO_MANY)
                        .by(this::runOfDomain));
    }

    private Tried runOfDomain(Call<TryRequest> call) {
        // Nobody's account: rules of a domain ask about no mailbox.
        Account nobody = new Account(
                new AccountId(Long.MAX_VALUE),
                call.theDomain().customer(),
                call.theDomain().id(),
                new EmailAddress("postmaster", call.theDomain().name()),
                Quota.DEFAULT,
                false);
        return run(call, nobody);
    }

    private Tried run(Call<TryRequest> call, Account account) {
        TryRequest request = call.request();
        List<Rule> rules = Sheet.rules(request.rules());
        try (Content content = content(request, account)) {
            return trial.of(account, content, rules);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Content content(TryRequest request, Account account) {
        Optional<String> id = Optional.ofNullable(request.message());
        if (id.isEmpty()) {
            return Content.of(typed(request, account).getBytes(StandardCharsets.UTF_8));
        }
        return messages.find(account.id(), id.get())
                .orElseThrow(() -> ApiException.of(ErrorCode.MESSAGE_GONE).at("message"));
    }

    private static String typed(TryRequest request, Account account) {
        List<String> lines = new ArrayList<>();
        lines.add("From: " + line(request.from()));
        String to = line(request.to());
        lines.add("To: " + (to.isEmpty() ? account.address() : to));
        lines.add("Subject: " + line(request.subject()));
        lines.add("MIME-Version: 1.0");
        lines.add("Content-Type: text/plain; charset=utf-8");
        lines.add("Content-Transfer-Encoding: 8bit");
        lines.add("");
        String body = request.body();
        lines.add(body == null ? "" : body.replace("\r\n", "\n").replace("\n", "\r\n"));
        return String.join("\r\n", lines) + "\r\n";
    }

    /** On one line. */
    private static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
