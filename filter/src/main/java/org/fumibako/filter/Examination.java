// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.util.List;
import org.fumibako.filter.bayes.TokenSet;
import org.fumibako.filter.message.Sample;

/**
 * What was found in a message, whoever gets it.
 *
 * @param tokens its words
 * @param judged whether another program has judged the content, so that what everybody calls spam does not count again
 */
public record Examination(Sample sample, List<Reason> reasons, TokenSet tokens, boolean judged) {
    public Examination {
        reasons = List.copyOf(reasons);
    }
}
