// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Feeds the grams of one text after another to the index. Both attributes are set anew with each gram, so that nothing has to be
 * cleared between them. For one thread.
 */
final class GramStream extends TokenStream {
    /** Grams that are remembered so as not to be fed twice; a collision only costs the index a look-up. */
    private static final int REMEMBERED = 1 << 13;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef octets = new BytesRef(new byte[Gram.MAX_OCTETS]);
    private final boolean placed;
    private final long[] fed = new long[REMEMBERED];
    private CharSequence text = "";
    private GramCutter cutter = new GramCutter("");
    private int last;

    /** Feeds grams with their places, or those without. */
    GramStream(boolean placed) {
        this.placed = placed;
    }

    /** The text that is cut when the stream is read the next time. */
    void text(CharSequence folded) {
        text = folded;
    }

    @Override
    public void reset() {
        cutter = new GramCutter(text);
        last = -1;
        java.util.Arrays.fill(fed, 0);
    }

    @Override
    public boolean incrementToken() {
        while (cutter.advance()) {
            long gram = placed ? cutter.placed() : unfed(cutter.unplaced());
            if (gram != 0) {
                octets.length = Gram.write(gram, octets.bytes);
                term.setBytesRef(octets);
                increment.setPositionIncrement(placed ? cutter.place() - last : 1);
                last = cutter.place();
                return true;
            }
        }
        return false;
    }

    /** The gram, or 0 when it was fed before. */
    private long unfed(long gram) {
        int slot = (int) ((gram * 0x9e3779b97f4a7c15L) >>> 51);
        if (fed[slot] == gram) {
            return 0;
        }
        fed[slot] = gram;
        return gram;
    }

    @Override
    public void close() {
        text = "";
    }
}
