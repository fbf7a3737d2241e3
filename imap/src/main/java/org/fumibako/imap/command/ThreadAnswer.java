// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.fumibako.imap.order.Threads;
import org.fumibako.imap.wire.Octets;

/** Writes {@code * THREAD (2)(3 6 (4 23)(44 7 96))} (RFC 5256 §4), without recursion however deep the threads are. */
final class ThreadAnswer {
    /** Marks in the stack where a parenthesis closes. */
    private static final int CLOSE = Threads.NONE;

    private final Threads threads;
    private final IntToLongFunction number;
    private final Octets out;
    private int[] stack = new int[64];
    private int depth;

    /** @param number what a message is called to the client, by its place */
    ThreadAnswer(Threads threads, IntToLongFunction number, Octets out) {
        this.threads = threads;
        this.number = number;
        this.out = out;
    }

    void write() {
        out.ascii("* THREAD");
        int empty = out.length();
        threads.forEachThread(top -> {
            out.ascii(out.length() == empty ? " " : "");
            thread(top);
        });
        out.crlf();
    }

    private void thread(int top) {
        open(top);
        while (depth > 0) {
            int next = stack[--depth];
            if (next == CLOSE) {
                out.put(')');
            } else {
                if (threads.nextSibling(next) != Threads.NONE) {
                    push(threads.nextSibling(next));
                }
                open(next);
            }
        }
    }

    /** Writes a message and its line of single replies; where it splits, the first branch is next. */
    private void open(int node) {
        out.put('(');
        push(CLOSE);
        String separator = "";
        int at = node;
        while (true) {
            if (!threads.isDummy(at)) {
                out.ascii(separator).number(number.applyAsLong(at));
                separator = " ";
            }
            int child = threads.firstChild(at);
            if (child == Threads.NONE) {
                return;
            }
            if (threads.nextSibling(child) != Threads.NONE) {
                out.ascii(separator);
                push(child);
                return;
            }
            at = child;
        }
    }

    private void push(int value) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = value;
    }
}
