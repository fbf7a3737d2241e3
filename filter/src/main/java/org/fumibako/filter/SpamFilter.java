// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.util.List;
import org.fumibako.filter.bayes.Classifier;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.signal.Bayes;
import org.fumibako.filter.signal.Correspondence;
import org.fumibako.filter.signal.Reputation;

/**
 * Signals in, verdict out. A message is examined once, and judged for each of its recipients, since each has told the filter something
 * else. Safe for any number of threads.
 */
public final class SpamFilter {
    private final List<Signal> signals;
    private final SampleTokens tokens;
    private final Bayes bayes;

    /**
     * @param signals what is the same for all recipients
     * @param base what is spam to everybody
     */
    public SpamFilter(List<Signal> signals, Counts base, FilterLimits limits) {
        this.signals = List.copyOf(signals);
        this.tokens = new SampleTokens(limits);
        this.bayes = new Bayes(new Classifier(base));
    }

    /** Looks at the message; the only step that may ask others (blocklists). */
    public Examination examine(Sample sample) {
        Reasons reasons = new Reasons();
        signals.forEach(signal -> signal.examine(sample, reasons));
        return new Examination(sample, reasons.all(), tokens.of(sample));
    }

    /** What it is to this recipient. */
    public Verdict judge(Examination examination, Person person) {
        Reasons reasons = new Reasons();
        examination.reasons().forEach(reasons::add);
        Reputation.examine(examination.sample(), person.counts(), reasons);
        Correspondence.examine(examination, person, reasons);
        bayes.examine(examination.tokens(), person.counts(), reasons);
        return Verdict.of(reasons.all());
    }
}
