// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.time.Duration;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;
import org.fumibako.dns.Budget;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.spf.SpfLimits;
import org.fumibako.mailauth.spf.SpfReview;

/** Counts the look-ups of an SPF record while somebody writes it. */
final class SpfCosts {
    /** Questions and time for one record: what an evaluation may ask, with room to see how far too many there are. */
    private static final int QUESTIONS = 60;

    /** Somebody looks at the screen. */
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Resolver names;

    SpfCosts(Resolver names) {
        this.names = names;
    }

    Endpoint<SpfCostQuery, SpfCostView> endpoint() {
        return Endpoint.of(Method.GET, "/api/domains/{domain}/spf/lookups", "countSpfLookups")
                .says("How many look-ups an SPF record needs, term by term")
                .may(Access.DOMAIN)
                .takes(SpfCostQuery.class)
                .gives(SpfCostView.class)
                .by(this::count);
    }

    private SpfCostView count(Call<SpfCostQuery> call) {
        SpfReview.Report report = SpfReview.ofText(
                call.request().record().strip(),
                call.theDomain().name(),
                names,
                Budget.of(QUESTIONS, TIME, System::nanoTime));
        List<SpfCostView.SpfTermCost> terms = report.costs().entrySet().stream()
                .map(cost -> new SpfCostView.SpfTermCost(cost.getKey(), cost.getValue()))
                .sorted((one, other) -> one.term().compareTo(other.term()))
                .toList();
        return new SpfCostView(report.lookups(), SpfLimits.TERMS, terms);
    }
}
