// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * What finds the messages that have a word in a field.
 *
 * @param exact whether what it finds has the word for certain; otherwise it is worth to look there, and nowhere else
 */
record GramQuery(Query query, boolean exact) {
    /** Characters of a word that the index is asked for; the rest of a longer one is left to looking. */
    static final int MAX_CHARACTERS = 64;

    /** {@code folded} is not empty. */
    static GramQuery of(TextField field, String folded) {
        int[] word = folded.codePoints().limit(MAX_CHARACTERS).toArray();
        boolean whole = folded.codePointCount(0, folded.length()) <= MAX_CHARACTERS;
        if (word.length == 1 && Script.isWide(word[0])) {
            return new GramQuery(new PrefixQuery(new Term(field.placed(), folded)), true);
        }
        if (word.length < 3 && !anyWide(word)) {
            return new GramQuery(new PrefixQuery(new Term(field.unplaced(), folded)), true);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean exact = placed(field, word, all) || (word.length == 3 && !anyWide(word));
        unplaced(field, word, all);
        return new GramQuery(all.build(), whole && exact);
    }

    /** Adds the grams whose places count; answers whether every character belongs to one. */
    private static boolean placed(TextField field, int[] word, BooleanQuery.Builder all) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        boolean[] covered = new boolean[word.length];
        boolean any = false;
        for (int i = 0; i + 1 < word.length; i++) {
            if (hasPlaced(word, i) && !(covered[i] && hasPlaced(word, i + 1))) {
                phrase.add(new Term(field.placed(), term(Gram.of(word[i], word[i + 1]))), i);
                covered[i] = true;
                covered[i + 1] = true;
                any = true;
            }
        }
        if (any) {
            all.add(phrase.build(), BooleanClause.Occur.FILTER);
        }
        boolean whole = true;
        for (boolean one : covered) {
            whole &= one;
        }
        return whole;
    }

    private static boolean hasPlaced(int[] word, int i) {
        return i + 1 < word.length && (Script.isWide(word[i]) || Script.isWide(word[i + 1]));
    }

    private static void unplaced(TextField field, int[] word, BooleanQuery.Builder all) {
        for (int i = 0; i + 2 < word.length; i++) {
            if (!Script.isWide(word[i]) && !Script.isWide(word[i + 1]) && !Script.isWide(word[i + 2])) {
                Term term = new Term(field.unplaced(), term(Gram.of(word[i], word[i + 1], word[i + 2])));
                all.add(new TermQuery(term), BooleanClause.Occur.FILTER);
            }
        }
    }

    private static boolean anyWide(int[] word) {
        for (int c : word) {
            if (Script.isWide(c)) {
                return true;
            }
        }
        return false;
    }

    private static BytesRef term(long gram) {
        byte[] octets = new byte[Gram.MAX_OCTETS];
        return new BytesRef(octets, 0, Gram.write(gram, octets));
    }
}
