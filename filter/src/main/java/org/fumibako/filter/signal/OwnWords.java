// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Person;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.bayes.Classifier;
import org.fumibako.filter.bayes.TokenSet;

/** The words: what the owner, and others in the same domain, have called spam. */
public final class OwnWords {
    /** Messages of each kind that must have been seen; before, words are said by chance. */
    private static final int LEAST_MESSAGES = 5;

    /** What words alone come near to, however clear they are. */
    private static final double MOST_SPAM = 8.0;

    private static final double MOST_HAM = -4.0;

    /** The lean at which half of the most is reached; at 0.6, which is worth 5 points, one wanted message in a thousand is lost. */
    private static final double HALF = 0.36;

    private OwnWords() {}

    public static void examine(TokenSet tokens, Person person, Reasons into) {
        Classifier classifier = new Classifier(person.neighbours());
        if (!classifier.knows(person.counts(), LEAST_MESSAGES)) {
            return;
        }
        double points = points(classifier.lean(tokens, person.counts()));
        if (points >= 0.1) {
            into.add(new Reason(
                    "LEARNT_SPAM",
                    points,
                    "あなたやドメインの利用者が迷惑メールにしたメールに似ています。",
                    "Its words are like those of mail that you, or others in your domain, have called spam."));
        } else if (points <= -0.1) {
            into.add(new Reason(
                    "LEARNT_HAM",
                    points,
                    "あなたやドメインの利用者が必要としたメールに似ています。",
                    "Its words are like those of mail that you, or others in your domain, have wanted."));
        }
    }

    static double points(double lean) {
        double share = Math.abs(lean) / (Math.abs(lean) + HALF);
        return share * (lean > 0 ? MOST_SPAM : MOST_HAM);
    }
}
