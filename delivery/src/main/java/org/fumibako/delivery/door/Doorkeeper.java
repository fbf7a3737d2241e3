// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.door;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.fumibako.delivery.Envelope.Recipient;
import org.fumibako.model.AccountId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.registry.Account;
import org.fumibako.registry.filter.Delays;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.filter.Greylist;

/** Keeps strangers waiting where a domain wants it. Nobody waits whom an account has written to, or has on its list of wanted senders. */
public final class Doorkeeper {
    /** What whoever has to come again is told; the journal and the doctor know the delay by it. RFC 6647 §5 leaves the code open. */
    public static final SmtpReply TRY_AGAIN = SmtpReply.of(
            451, "4.7.1", "Greylisted: your server is not known here yet, please try again in a few minutes");

    /** What each refused recipient of a session adds to the wait for the answer. */
    private static final Duration TARPIT_STEP = Duration.ofSeconds(1);

    /** Far below the five minutes that a client waits for an answer at least (RFC 5321 §4.5.3.2.3). */
    private static final Duration TARPIT_MOST = Duration.ofSeconds(10);

    private final Parts parts;

    /**
     * What is asked.
     *
     * @param policies what a domain wants, from memory
     * @param named the same by name, of any domain
     * @param correspondents whether an account has written to an address
     * @param pause keeps a thread waiting
     */
    public record Parts(
            Function<DomainId, FilterPolicy> policies,
            Function<DomainName, FilterPolicy> named,
            Greylist greylist,
            BiPredicate<AccountId, EmailAddress> correspondents,
            Pause pause,
            InstantSource clock) {}

    /** Keeps a thread waiting. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    public Doorkeeper(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a stranger's server is told instead of being let in; empty for whoever may come in.
     *
     * @param sender of the envelope; empty for {@code <>}
     */
    public Optional<SmtpReply> delay(InetAddress client, Optional<EmailAddress> sender, Recipient recipient) {
        if (!recipient.accounts().stream().allMatch(account -> keepsWaiting(account, sender))) {
            return Optional.empty();
        }
        String network = Networks.of(client);
        String letter = Networks.letter(
                network,
                sender.map(EmailAddress::key).orElse(""),
                recipient.address().key());
        Greylist.Answer answer =
                parts.greylist().meet(network, letter, parts.clock().instant());
        return answer == Greylist.Answer.WAIT ? Optional.of(TRY_AGAIN) : Optional.empty();
    }

    private boolean keepsWaiting(Account account, Optional<EmailAddress> sender) {
        FilterPolicy policy = parts.policies().apply(account.domain());
        return policy.delays().greylist()
                && !policy.allows(sender.stream().toList())
                && sender.filter(address -> parts.correspondents().test(account.id(), address))
                        .isEmpty();
    }

    /**
     * Waits before a recipient that leads nowhere is refused, so that guessing addresses takes long.
     *
     * @param before recipients that were refused in this session before
     */
    public void hold(DomainName domain, int before) {
        Delays delays = parts.named().apply(domain).delays();
        if (!delays.tarpit()) {
            return;
        }
        Duration wait = TARPIT_STEP.multipliedBy(before + 1L);
        try {
            parts.pause().of(wait.compareTo(TARPIT_MOST) < 0 ? wait : TARPIT_MOST);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
