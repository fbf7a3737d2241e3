// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mail;

import org.jspecify.annotations.Nullable;

/** @param pictures what becomes of pictures on the web; none are shown when nothing is said */
public record PageQuery(@Nullable Remote pictures) {
    /** What becomes of pictures on the web. */
    public enum Remote {
        NONE,
        PROXY
    }

    boolean remote() {
        return pictures == Remote.PROXY;
    }
}
