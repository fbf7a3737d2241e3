// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import org.fumibako.registry.zone.SpfChoice;
import org.jspecify.annotations.Nullable;

/** A choice of who may send; {@code record} is the whole record of {@code custom}. */
record SpfEdit(SpfKind choice, @Nullable String record) {
    /** 標準, Gmail からも送る, カスタム. */
    enum SpfKind {
        STANDARD,
        GMAIL,
        CUSTOM;

        static SpfKind of(SpfChoice choice) {
            return switch (choice) {
                case SpfChoice.Standard _ -> STANDARD;
                case SpfChoice.Gmail _ -> GMAIL;
                case SpfChoice.Custom _ -> CUSTOM;
            };
        }
    }
}
