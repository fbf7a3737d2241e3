// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.bayes.TokenSet;
import org.fumibako.filter.weights.Weights;

/** The words: what they weigh in the base that is everybody's. */
public final class BaseWords {
    /** What words alone come to, however clear they are. */
    private static final double MOST_SPAM = 8.0;

    private static final double MOST_HAM = -4.0;

    private BaseWords() {}

    public static void examine(TokenSet tokens, Weights base, Reasons into) {
        double points = Math.clamp(base.points(tokens), MOST_HAM, MOST_SPAM);
        if (points >= 0.1) {
            into.add(new Reason(
                    "BAYES_SPAM", points, "本文や差出人などの語が、これまでの迷惑メールに似ています。", "Its words are like those of spam."));
        } else if (points <= -0.1) {
            into.add(new Reason(
                    "BAYES_HAM", points, "本文や差出人などの語が、これまでの必要なメールに似ています。", "Its words are like those of wanted mail."));
        }
    }
}
