// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import java.util.Arrays;

/**
 * Trees of nodes that are linked, cut and asked for their root, each in logarithmic time on average however deep they are: link-cut
 * trees (Sleator and Tarjan 1983). A path from a root towards a leaf is kept as a splay tree by depth, whose own root points
 * to the node above the path.
 */
final class Forest {
    static final int NONE = -1;

    private int[] above = new int[64];
    private int[] shallower = new int[64];
    private int[] deeper = new int[64];
    private int size;

    /** A new tree of one node; nodes are numbered from 0. */
    int add() {
        if (size == above.length) {
            above = Arrays.copyOf(above, 2 * size);
            shallower = Arrays.copyOf(shallower, 2 * size);
            deeper = Arrays.copyOf(deeper, 2 * size);
        }
        above[size] = NONE;
        shallower[size] = NONE;
        deeper[size] = NONE;
        return size++;
    }

    /** The root of the tree that {@code node} is in. */
    int root(int node) {
        expose(node);
        int root = node;
        while (shallower[root] != NONE) {
            root = shallower[root];
        }
        splay(root);
        return root;
    }

    /** Makes a root a child of a node in another tree. */
    void link(int root, int parent) {
        expose(root);
        above[root] = parent;
    }

    /** Makes a node the root of what is below it. */
    void cut(int node) {
        expose(node);
        int rest = shallower[node];
        if (rest != NONE) {
            above[rest] = NONE;
            shallower[node] = NONE;
        }
    }

    /** Makes the way from the root to {@code node} one path, with {@code node} at the top of its splay tree. */
    private void expose(int node) {
        int below = NONE;
        for (int at = node; at != NONE; at = above[at]) {
            splay(at);
            deeper[at] = below;
            below = at;
        }
        splay(node);
    }

    private void splay(int node) {
        while (!isTop(node)) {
            int parent = above[node];
            if (!isTop(parent)) {
                boolean sameSide = (shallower[above[parent]] == parent) == (shallower[parent] == node);
                rotate(sameSide ? parent : node);
            }
            rotate(node);
        }
    }

    private void rotate(int node) {
        int parent = above[node];
        int grandparent = above[parent];
        boolean parentWasTop = isTop(parent);
        int moved;
        if (shallower[parent] == node) {
            moved = deeper[node];
            shallower[parent] = moved;
            deeper[node] = parent;
        } else {
            moved = shallower[node];
            deeper[parent] = moved;
            shallower[node] = parent;
        }
        if (moved != NONE) {
            above[moved] = parent;
        }
        above[parent] = node;
        above[node] = grandparent;
        if (!parentWasTop) {
            if (shallower[grandparent] == parent) {
                shallower[grandparent] = node;
            } else {
                deeper[grandparent] = node;
            }
        }
    }

    private boolean isTop(int node) {
        int parent = above[node];
        return parent == NONE || (shallower[parent] != node && deeper[parent] != node);
    }
}
