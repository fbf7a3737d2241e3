// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.util.List;
import java.util.function.Supplier;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.scan.Scan;
import org.fumibako.filter.signal.BaseWords;
import org.fumibako.filter.signal.Correspondence;
import org.fumibako.filter.signal.Gtube;
import org.fumibako.filter.signal.OwnWords;
import org.fumibako.filter.signal.Reputation;
import org.fumibako.filter.weights.Weights;

/**
 * Signals in, verdict out. A message is examined once, and judged for each of its recipients, since each has told the filter something
 * else. Safe for any number of threads.
 */
public final class SpamFilter {
    private final List<Signal> signals;
    private final SampleTokens tokens;
    private final Supplier<Weights> base;

    /**
     * @param signals what is the same for all recipients
     * @param base what is spam to everybody
     */
    public SpamFilter(List<Signal> signals, Supplier<Weights> base, FilterLimits limits) {
        this.signals = List.copyOf(signals);
        this.tokens = new SampleTokens(limits);
        this.base = base;
    }

    /** Looks at the message; the only step that may ask others (blocklists). */
    public Examination examine(Sample sample) {
        return examine(sample, Scan.NONE);
    }

    /**
     * The same, with what other programs said of it. Where one has judged whether it is spam, that takes the place of what we think of the
     * content; lists, the owner's own words and correspondence count as ever.
     */
    public Examination examine(Sample sample, Scan scan) {
        Reasons reasons = new Reasons();
        scan.reasons().forEach(reasons::add);
        List<Signal> looks = scan.judged() ? List.of(new Gtube()) : signals;
        looks.forEach(signal -> signal.examine(sample, reasons));
        return new Examination(sample, reasons.all(), tokens.of(sample), scan.judged());
    }

    /** What it is to this recipient. */
    public Verdict judge(Examination examination, Person person) {
        Reasons reasons = new Reasons();
        examination.reasons().forEach(reasons::add);
        Reputation.examine(examination.sample(), person, reasons);
        Correspondence.examine(examination, person, reasons);
        OwnWords.examine(examination.tokens(), person, reasons);
        if (!examination.judged()) {
            BaseWords.examine(examination.tokens(), base.get(), reasons);
        }
        return Verdict.of(reasons.all());
    }
}
