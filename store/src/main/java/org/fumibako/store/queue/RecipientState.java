// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.Arrays;

/** Where one recipient of a queued message stands. */
public enum RecipientState {
    /** To be tried when its time comes. */
    WAITING(0),
    /** Kept back by hand. */
    HELD(1),
    /** Another server has the message. */
    DELIVERED(2),
    /** It could not be delivered, and the sender was told if it is one that can be told. */
    FAILED(3),
    /** Taken out by hand. */
    CANCELLED(4);

    private final int code;

    RecipientState(int code) {
        this.code = code;
    }

    /** What stands for it on disk. */
    public int code() {
        return code;
    }

    /** Whether something may still be tried. */
    public boolean open() {
        return this == WAITING || this == HELD;
    }

    public static RecipientState of(int code) {
        return Arrays.stream(values())
                .filter(state -> state.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state has the code " + code));
    }
}
