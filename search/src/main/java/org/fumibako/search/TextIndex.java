// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import org.fumibako.model.AccountId;

/** Knows which messages have a word. Safe for any number of threads. */
public interface TextIndex {
    /** Knows nothing: whoever asks has to look into every message. */
    TextIndex NONE = (account, field, folded) -> Candidates.ANY;

    /**
     * Where the account's messages have the text in the field. It may know of some messages only; fails never, and takes
     * milliseconds.
     *
     * @param folded what {@link Folding#fold} made of the text
     */
    Candidates find(AccountId account, TextField field, String folded);
}
