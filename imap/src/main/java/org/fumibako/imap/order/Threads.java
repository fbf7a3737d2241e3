// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Messages gathered into threads. A node is a found message, by its place, or a dummy at the top of a thread whose first message
 * is not there, numbered from the number of messages on.
 */
public final class Threads {
    /** No node: above the first message of a thread, behind the last sibling, below a message without replies. */
    public static final int NONE = -1;

    private final int messages;
    private final int[] order;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] nextSibling;

    /**
     * @param parent of each message, a node or {@link #NONE}
     * @param nodes messages and dummies
     * @param order the messages, in the order that siblings are to have
     */
    public Threads(int[] parent, int nodes, int[] order) {
        this.messages = order.length;
        this.order = order;
        this.parent = parent;
        this.firstChild = none(nodes);
        this.nextSibling = none(messages);
        for (int i = messages - 1; i >= 0; i--) {
            int place = order[i];
            if (parent[place] != NONE) {
                nextSibling[place] = firstChild[parent[place]];
                firstChild[parent[place]] = place;
            }
        }
    }

    private static int[] none(int nodes) {
        int[] none = new int[nodes];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Hands over the top of each thread, a dummy at the place of its first child. */
    public void forEachThread(IntConsumer receiver) {
        for (int place : order) {
            int above = parent[place];
            if (above == NONE) {
                receiver.accept(place);
            } else if (isDummy(above) && firstChild[above] == place) {
                receiver.accept(above);
            }
        }
    }

    public boolean isDummy(int node) {
        return node >= messages;
    }

    /** The first reply, or {@link #NONE}. */
    public int firstChild(int node) {
        return firstChild[node];
    }

    /** The next reply to the same message, or {@link #NONE}. */
    public int nextSibling(int node) {
        return isDummy(node) ? NONE : nextSibling[node];
    }
}
