// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.queue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fumibako.model.BodyType;
import org.fumibako.model.DsnNotify;
import org.fumibako.model.DsnReturn;

/** What stands on disk for the enums of an envelope, in the index and in packs alike. */
public final class QueueCodes {
    private QueueCodes() {}

    public static int of(BodyType body) {
        return switch (body) {
            case SEVEN_BIT -> 0;
            case EIGHT_BIT -> 1;
            case BINARY -> 2;
        };
    }

    public static BodyType body(long code) {
        return switch ((int) code) {
            case 0 -> BodyType.SEVEN_BIT;
            case 1 -> BodyType.EIGHT_BIT;
            case 2 -> BodyType.BINARY;
            default -> throw new IllegalArgumentException("no body has the code " + code);
        };
    }

    public static int of(Optional<DsnReturn> ret) {
        return ret.map(some -> switch (some) {
                    case FULL -> 1;
                    case HDRS -> 2;
                })
                .orElse(0);
    }

    public static Optional<DsnReturn> ret(long code) {
        return switch ((int) code) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(DsnReturn.FULL);
            case 2 -> Optional.of(DsnReturn.HDRS);
            default -> throw new IllegalArgumentException("no RET has the code " + code);
        };
    }

    /** One bit for each occasion. */
    public static int of(Set<DsnNotify> occasions) {
        int bits = 0;
        for (DsnNotify occasion : occasions) {
            bits |= bit(occasion);
        }
        return bits;
    }

    public static Set<DsnNotify> occasions(long bits) {
        Set<DsnNotify> occasions = EnumSet.noneOf(DsnNotify.class);
        for (DsnNotify occasion : DsnNotify.values()) {
            if ((bits & bit(occasion)) != 0) {
                occasions.add(occasion);
            }
        }
        return occasions;
    }

    private static int bit(DsnNotify occasion) {
        return switch (occasion) {
            case NEVER -> 1;
            case SUCCESS -> 2;
            case FAILURE -> 4;
            case DELAY -> 8;
        };
    }
}
