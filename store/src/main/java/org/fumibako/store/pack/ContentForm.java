// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.util.Arrays;
import java.util.Optional;

/** How a record holds a message. */
public enum ContentForm {
    /** The record has no content: it needs none, it lies in a solo pack, or compaction dropped it. */
    NONE(0),
    /** As it came. */
    RAW(1),
    /** One zstd frame. */
    ZSTD(2),
    /** Frames of 1 MiB with an index, for reading a range. */
    FRAMED(3);

    private final int code;

    ContentForm(int code) {
        this.code = code;
    }

    /** What stands for it on disk. */
    int code() {
        return code;
    }

    static Optional<ContentForm> of(int code) {
        return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
    }
}
