// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.Sample;

/** What the owner has done with mail of this author, and of this author's domain, before. */
public final class Reputation {
    /** Messages of a domain that the owner must have judged; of an author one is enough. */
    private static final int LEAST_OF_DOMAIN = 3;

    private Reputation() {}

    public static void examine(Sample sample, Counts own, Reasons into) {
        if (own.spam() == 0 && own.ham() == 0) {
            return;
        }
        sample.from().stream().findFirst().ifPresent(author -> {
            long counts = own.of(SampleTokens.ofAuthor(author.address()));
            if (counts != 0) {
                judge("SENDER", "この差出人", "this sender", counts, 2.0, into);
                return;
            }
            long domain = own.of(SampleTokens.ofAuthorDomain(author.address()));
            if (Counts.spamOf(domain) + Counts.hamOf(domain) >= LEAST_OF_DOMAIN) {
                judge("SENDER_DOMAIN", "この差出人のドメイン", "this sender's domain", domain, 1.0, into);
            }
        });
    }

    private static void judge(String code, String ja, String en, long counts, double most, Reasons into) {
        int spam = Counts.spamOf(counts);
        int ham = Counts.hamOf(counts);
        double share = (spam - ham) / (spam + ham + 1.0);
        into.addIf(
                spam > ham,
                new Reason(
                        code + "_SPAM",
                        most * share,
                        ja + "のメールを、以前に " + spam + " 通迷惑メールにしています。",
                        "You have called " + spam + " messages of " + en + " spam."));
        into.addIf(
                ham > spam,
                new Reason(
                        code + "_HAM",
                        most * share,
                        ja + "のメールを、以前に " + ham + " 通迷惑メールではないとしています。",
                        "You have said of " + ham + " messages of " + en + " that they are no spam."));
    }
}
