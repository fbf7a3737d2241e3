// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Person;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.filter.message.Sample;

/** What the owner, and others in the owner's domain, have done with mail of this author, and of this author's domain, before. */
public final class Reputation {
    /** Messages of a domain that the owner must have judged; of an author one is enough. */
    private static final int LEAST_OF_DOMAIN = 3;

    /** Messages of an author that others in the owner's domain must have judged. */
    private static final int LEAST_OF_OTHERS = 2;

    private static final Whose OWN = new Whose("SENDER", "この差出人", "You");
    private static final Whose OTHERS = new Whose("SENDER_OF_OTHERS", "ドメインの利用者に届いたこの差出人", "Others in your domain");
    private static final Whose DOMAIN = new Whose("SENDER_DOMAIN", "この差出人のドメイン", "Of this sender's domain, you");

    private Reputation() {}

    /** Whose judgements, of whose mail. */
    private record Whose(String code, String ja, String en) {}

    public static void examine(Sample sample, Person person, Reasons into) {
        Counts own = person.counts();
        Counts neighbours = person.neighbours();
        sample.from().stream().findFirst().ifPresent(author -> {
            long counts = own.of(SampleTokens.ofAuthor(author.address()));
            if (counts != 0) {
                judge(OWN, counts, 2.0, into);
                return;
            }
            long others = neighbours.of(SampleTokens.ofAuthor(author.address()));
            long domain = own.of(SampleTokens.ofAuthorDomain(author.address()));
            if (seen(others) >= LEAST_OF_OTHERS) {
                judge(OTHERS, others, 1.5, into);
            } else if (seen(domain) >= LEAST_OF_DOMAIN) {
                judge(DOMAIN, domain, 1.0, into);
            }
        });
    }

    private static int seen(long counts) {
        return Counts.spamOf(counts) + Counts.hamOf(counts);
    }

    private static void judge(Whose whose, long counts, double most, Reasons into) {
        int spam = Counts.spamOf(counts);
        int ham = Counts.hamOf(counts);
        double share = (spam - ham) / (spam + ham + 1.0);
        into.addIf(
                spam > ham,
                new Reason(
                        whose.code() + "_SPAM",
                        most * share,
                        whose.ja() + "のメールが、以前に " + spam + " 通迷惑メールにされています。",
                        whose.en() + " have called " + spam + " messages of this sender spam."));
        into.addIf(
                ham > spam,
                new Reason(
                        whose.code() + "_HAM",
                        most * share,
                        whose.ja() + "のメールが、以前に " + ham + " 通迷惑メールではないとされています。",
                        whose.en() + " have said of " + ham + " messages of this sender that they are no spam."));
    }
}
