// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.util.Optional;
import org.fumibako.dns.DnsName;
import org.fumibako.mailauth.Findings;
import org.fumibako.mailauth.dkim.DkimResult;
import org.fumibako.mailauth.dmarc.Disposition;
import org.fumibako.mailauth.spf.SpfResult;
import org.fumibako.model.SmtpReply;

/** Whether a message comes from its author, as large providers see it: somebody whom SPF or DKIM proves has to be of the author's domain. */
final class Prover {
    private Prover() {}

    /** What a server says to a message for which these are the findings; empty when it takes it. */
    static Optional<SmtpReply> refusal(Host host, Findings findings) {
        boolean spf = provedBySpf(findings);
        boolean dkim = provedByDkim(findings);
        if (host.is(Trait.PROVES_TWICE) && !(spf && dkim)) {
            return Optional.of(SmtpReply.of(
                    550,
                    "5.7.1",
                    "SPF " + word(spf) + ", DKIM " + word(dkim) + " for the author's domain; both must pass here"));
        }
        if (host.is(Trait.PROVES_AUTHORS) && !spf && !dkim) {
            return Optional.of(unproven(findings));
        }
        return Optional.empty();
    }

    /** The words that Gmail has for this since 2024. */
    static SmtpReply unproven(Findings findings) {
        String domain = findings.request().domain();
        String client = findings.request().client().getHostAddress();
        String policy = findings.dmarc().disposition() == Disposition.REJECT
                ? "\nThe DMARC policy of the author's domain wants it rejected."
                : "";
        return SmtpReply.of(
                550,
                "5.7.26",
                "Your email has been blocked because the sender is unauthenticated.\n"
                        + "Gmail requires all senders to authenticate with either SPF or DKIM.\n"
                        + "Authentication results:\n DKIM = did not pass\n SPF [" + domain + "] with ip: [" + client
                        + "] = did not pass" + policy);
    }

    private static boolean provedBySpf(Findings findings) {
        return findings.spf().result() == SpfResult.PASS
                && ofAuthor(DnsName.parse(findings.spf().domain()), findings);
    }

    private static boolean provedByDkim(Findings findings) {
        return findings.dkim().stream()
                .filter(DkimResult::vouches)
                .anyMatch(signature -> ofAuthor(signature.signer().domain().map(DnsName::of), findings));
    }

    /** Relaxed alignment (RFC 7489 §3.1), near enough: one is the other, or below it. */
    private static boolean ofAuthor(Optional<DnsName> proved, Findings findings) {
        Optional<DnsName> author = findings.dmarc().author();
        return proved.isPresent()
                && author.isPresent()
                && (author.get().isUnder(proved.get()) || proved.get().isUnder(author.get()));
    }

    private static String word(boolean passed) {
        return passed ? "passed" : "did not pass";
    }
}
