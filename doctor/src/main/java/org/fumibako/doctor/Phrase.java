// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

/** The same said in both languages of the interface: the customer's words, not translated word for word. */
public record Phrase(String ja, String en) {
    /** What is the same in every language: an address, another server's own words. */
    public static Phrase of(String both) {
        return new Phrase(both, both);
    }

    public Phrase then(Phrase more) {
        return new Phrase(ja + more.ja, en + (en.isEmpty() || more.en.isEmpty() ? "" : " ") + more.en);
    }

    /** How often, in English: {@code once}, or {@code 3 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
