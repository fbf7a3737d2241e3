// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.abuse;

import java.util.List;
import java.util.stream.Collectors;

/** Why an account seems to be used by somebody else; at least two odd things. */
record Suspicion(List<Sign> signs) {
    Suspicion {
        signs = List.copyOf(signs);
    }

    /** One odd thing, in both languages, without a full stop. */
    record Sign(String japanese, String english) {}

    String english() {
        return signs.stream().map(Sign::english).collect(Collectors.joining("; "));
    }
}
