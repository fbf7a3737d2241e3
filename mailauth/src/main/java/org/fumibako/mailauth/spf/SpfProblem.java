// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

/**
 * Something that is wrong with a record.
 *
 * @param term the term at fault, cut to 80 characters; empty when it is the whole
 * @param sentence for the owner of the record
 */
public record SpfProblem(String term, String sentence) {
    private static final int MAX_TERM = 80;

    public SpfProblem {
        term = term.length() > MAX_TERM ? term.substring(0, MAX_TERM) : term;
    }

    @Override
    public String toString() {
        return term.isEmpty() ? sentence : term + ": " + sentence;
    }
}
