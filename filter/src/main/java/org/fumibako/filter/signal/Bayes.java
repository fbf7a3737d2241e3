// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.bayes.Classifier;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.TokenSet;

/** The words: what others, and the owner before them, have called spam. */
public final class Bayes {
    /** Messages of each kind that must have been seen; before, words are said by chance. */
    private static final int LEAST_MESSAGES = 5;

    /** What words alone come near to, however clear they are. */
    private static final double MOST_SPAM = 8.0;

    private static final double MOST_HAM = -4.0;

    /** Where half of the most is reached. Found by trying: at 0.6, which is worth 5 points, one wanted message in a thousand is lost. */
    private static final double HALF = 0.36;

    private final Classifier classifier;

    public Bayes(Classifier classifier) {
        this.classifier = classifier;
    }

    public void examine(TokenSet tokens, Counts own, Reasons into) {
        if (!classifier.knows(own, LEAST_MESSAGES)) {
            return;
        }
        double points = points(classifier.lean(tokens, own));
        if (points >= 0.1) {
            into.add(new Reason(
                    "BAYES_SPAM", points, "本文や差出人などの語が、これまでの迷惑メールに似ています。", "Its words are like those of spam."));
        } else if (points <= -0.1) {
            into.add(new Reason(
                    "BAYES_HAM", points, "本文や差出人などの語が、これまでの必要なメールに似ています。", "Its words are like those of wanted mail."));
        }
    }

    static double points(double lean) {
        double share = Math.abs(lean) / (Math.abs(lean) + HALF);
        return share * (lean > 0 ? MOST_SPAM : MOST_HAM);
    }
}
