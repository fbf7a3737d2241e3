// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry;

import java.util.OptionalLong;

/** Recipients that may be sent to in any hour and in any day; what is empty is not limited. */
public record SendingRate(OptionalLong perHour, OptionalLong perDay) {
    public static final SendingRate UNLIMITED = new SendingRate(OptionalLong.empty(), OptionalLong.empty());

    public SendingRate {
        if (perHour.orElse(0) < 0 || perDay.orElse(0) < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
    }

    static SendingRate of(PlanLimits limits) {
        return new SendingRate(OptionalLong.of(limits.messagesPerHour()), OptionalLong.of(limits.messagesPerDay()));
    }
}
