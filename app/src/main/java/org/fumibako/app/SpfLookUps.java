// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.time.Duration;
import java.util.Optional;
import org.fumibako.dns.Budget;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.spf.SpfLimits;
import org.fumibako.mailauth.spf.SpfReview;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.SpfCheck;
import org.fumibako.registry.zone.ZoneRefusal;

/** Follows what an SPF record includes before it is published. Only what makes other servers throw it away is a problem. */
final class SpfLookUps implements SpfCheck {
    /** Questions and time for one record: what an evaluation may ask with room to see how far too many there are. */
    private static final int QUESTIONS = 60;

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Resolver resolver;

    SpfLookUps(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Optional<Problem> problem(String record, DomainName domain) {
        SpfReview.Report report =
                SpfReview.ofText(record, domain, resolver, Budget.of(QUESTIONS, TIME, System::nanoTime));
        if (report.lookups() > SpfLimits.TERMS) {
            return Optional.of(new Problem(
                    ZoneRefusal.SPF_LOOK_UPS,
                    "The SPF record needs " + report.lookups() + " look-ups with all that it includes; with more than "
                            + SpfLimits.TERMS + " other servers do not accept it."));
        }
        return report.errors().stream()
                .findFirst()
                .map(wrong -> new Problem(ZoneRefusal.BAD_SPF, "The SPF record is wrong: " + wrong + "."));
    }
}
