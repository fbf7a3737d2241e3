// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.sorting;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageParser;
import org.fumibako.mime.MimeLimits;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;
import org.fumibako.registry.sorting.SortingRules;
import org.fumibako.registry.sorting.SortingRules.Source;
import org.fumibako.sieve.Action;
import org.fumibako.sieve.Mail;
import org.fumibako.sieve.Outcome;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;
import org.fumibako.store.MessageStore;

/** Which rule would take this message? Runs the scripts over a stored message and does nothing of what they want. */
public final class DryRun {
    private final SortingRules rules;
    private final MessageStore store;
    private final Library library;
    private final Sorter.Identity identity;
    private final InstantSource clock;

    public DryRun(SortingRules rules, MessageStore store, Sorter.Identity identity, InstantSource clock) {
        this.rules = rules;
        this.store = store;
        this.library = new Library(rules);
        this.identity = identity;
        this.clock = clock;
    }

    /** What a script would do with a message: an action, and its rule, or why it fails. */
    public record Finding(Source script, Optional<Action> action, String fault) {}

    /**
     * Of the domain's script and the account's, in their order; of no script there is no finding. The sender of the envelope is taken
     * from Return-Path.
     *
     * @param content as it lies in a mailbox
     */
    public List<Finding> of(Account account, Content content) throws IOException {
        Session session = over(account, content);
        Mail mail = session.mail();
        Facts facts = session.facts();
        SortingRules.Sorting wanted = rules.of(account.id());
        List<Finding> findings = new ArrayList<>();
        boolean open = wanted.domain().isEmpty() || run(wanted.domain().get(), mail, facts, findings);
        if (open && wanted.active().isPresent()) {
            run(wanted.active().get(), mail, facts, findings);
        }
        return findings;
    }

    /** @return whether the message is still going where it was */
    private boolean run(Source source, Mail mail, Facts facts, List<Finding> findings) throws IOException {
        return switch (library.of(source)) {
            case Library.Compiled.Faulty faulty -> {
                findings.add(new Finding(source, Optional.empty(), faulty.why()));
                yield true;
            }
            case Library.Compiled.Sound sound -> {
                Outcome outcome = sound.script().run(mail, facts, SieveLimits.DEFAULT);
                outcome.fault().ifPresent(why -> findings.add(new Finding(source, Optional.empty(), why)));
                outcome.actions().forEach(action -> findings.add(new Finding(source, Optional.of(action), "")));
                yield outcome.actions().stream().anyMatch(Action.Keep.class::isInstance);
            }
        };
    }

    /** Begins to try scripts that nobody has stored on one message, whose header is read once. */
    public Session over(Account account, Content content) throws IOException {
        Headers headers = Headers.read(content, MimeLimits.DEFAULT);
        String path = headers.first("Return-Path").orElse("").replaceAll("[<>\\s]", "");
        Mail mail = new Mail(
                content,
                headers,
                () -> MessageParser.parse(content),
                path,
                account.address().toString());
        return new Session(mail, new Facts(account, rules, store, library, identity, clock, Optional.empty()));
    }

    /** One message that scripts are tried on. */
    public static final class Session {
        private final Mail mail;
        private final Facts facts;

        private Session(Mail mail, Facts facts) {
            this.mail = mail;
            this.facts = facts;
        }

        private Mail mail() {
            return mail;
        }

        private Facts facts() {
            return facts;
        }

        /** Whether a script would do anything but leave the message where it was going; one that fails does not. */
        public boolean takes(String script) throws IOException {
            try {
                Outcome outcome = SieveScript.compile("tried", script, SieveLimits.DEFAULT)
                        .run(mail, facts, SieveLimits.DEFAULT);
                return outcome.fault().isEmpty()
                        && outcome.actions().stream()
                                .anyMatch(action -> action.cause().line() != 0);
            } catch (SieveException unsound) {
                return false;
            }
        }
    }
}
