// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.Signal;
import org.fumibako.filter.message.Sample;

/** How the subject is written. */
public final class Headline implements Signal {
    private static final int LEAST_LETTERS = 10;

    private static final Reason SHOUTED =
            new Reason("SUBJECT_SHOUTED", 0.8, "件名がすべて大文字です。", "Its subject is all in capitals.");
    private static final Reason GAPPED =
            new Reason("SUBJECT_GAPPED", 1.5, "件名の文字の間が空けられています。", "The letters of its subject stand apart.");
    private static final Reason EXCLAIMED = new Reason(
            "SUBJECT_EXCLAIMED", 0.6, "件名に感嘆符や通貨記号が多く使われています。", "Its subject is full of exclamation marks or money.");
    private static final Reason FALSE_REPLY =
            new Reason("FALSE_REPLY", 0.7, "返信のように見せかけていますが、元のメールがありません。", "It passes for a reply, but to nothing.");

    @Override
    public void examine(Sample sample, Reasons into) {
        String subject = sample.subject();
        long letters = subject.chars().filter(Headline::isLatin).count();
        long capitals = subject.chars().filter(c -> c >= 'A' && c <= 'Z').count();
        into.addIf(letters >= LEAST_LETTERS && capitals == letters && subject.indexOf(' ') > 0, SHOUTED);
        into.addIf(isGapped(subject), GAPPED);
        into.addIf(subject.chars().filter(c -> "!！$￥¥".indexOf(c) >= 0).count() >= 3, EXCLAIMED);
        boolean reply = subject.regionMatches(true, 0, "Re:", 0, 3);
        boolean answers = sample.headers().first("In-Reply-To").isPresent()
                || sample.headers().first("References").isPresent();
        into.addIf(reply && !answers, FALSE_REPLY);
    }

    private static boolean isLatin(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Five letters or more with one space, dot or hyphen after each. */
    private static boolean isGapped(String subject) {
        int run = 0;
        for (int i = 0; i + 1 < subject.length(); i += 2) {
            boolean pair = Character.isLetter(subject.charAt(i)) && " .-_*".indexOf(subject.charAt(i + 1)) >= 0;
            run = pair ? run + 1 : 0;
            if (run >= 5) {
                return true;
            }
        }
        return false;
    }
}
