// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.forward;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumibako.mailauth.srs.Reversal;
import org.fumibako.mailauth.srs.Srs;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;

/** Makes the envelope senders of forwarded mail, and recognises them when bounces come back to them. */
public final class ReversePaths {
    /** Our queue tries for five days and the target's another five; then nothing comes back any more. */
    static final Duration VALIDITY = Duration.ofDays(14);

    /** Stands for senders that are too long to be rewritten. */
    private static final String NOBODY = "f";

    private final Supplier<List<byte[]>> secrets;
    private final DomainName host;
    private final InstantSource clock;

    /**
     * @param secrets at least 16 octets each, newest first; asked for every time
     * @param host our own name, where rewritten addresses live
     */
    public ReversePaths(Supplier<List<byte[]>> secrets, DomainName host, InstantSource clock) {
        this.secrets = secrets;
        this.host = host;
        this.clock = clock;
    }

    /**
     * The sender of what goes on to a target: a sender that fits is found in it again, any other is left out, for it would have to
     * be cut, or needs SMTPUTF8, which the target may not know.
     */
    EmailAddress of(EmailAddress sender, long target) {
        Srs srs = srs();
        Optional<EmailAddress> rewritten = isAscii(sender) ? srs.rewrite(sender, target) : Optional.empty();
        return rewritten
                .filter(address -> !address.equals(sender))
                .orElseGet(() ->
                        srs.rewrite(new EmailAddress(NOBODY, host), target).orElseThrow());
    }

    /** What an address turned out to be. */
    public sealed interface Reading {
        /** A bounce of what was forwarded to this target. */
        record Return(long target) implements Reading {}

        /** It looks like one of ours and is not, or no more. */
        record Invalid() implements Reading {}

        record Other() implements Reading {}
    }

    public Reading read(EmailAddress recipient) {
        if (!recipient.domain().equals(host)) {
            return new Reading.Other();
        }
        return switch (srs().reverse(recipient)) {
            case Reversal.NotRewritten none -> new Reading.Other();
            case Reversal.To to when to.tag() > 0 -> new Reading.Return(to.tag());
            case Reversal.To untagged -> new Reading.Invalid();
            case Reversal.Forged forged -> new Reading.Invalid();
            case Reversal.Expired expired -> new Reading.Invalid();
        };
    }

    private Srs srs() {
        return new Srs(secrets.get(), host, VALIDITY, clock);
    }

    private static boolean isAscii(EmailAddress address) {
        return address.localPart().chars().allMatch(c -> c < 0x80);
    }
}
