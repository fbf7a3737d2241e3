// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.run;

import java.util.List;

/**
 * Which one of several fields is meant (RFC 5260 §6).
 *
 * @param index counted from 1
 * @param fromEnd whether from the last one upwards
 */
public record Place(long index, boolean fromEnd) {
    /** That one, or none. */
    public <T> List<T> of(List<T> all) {
        if (index < 1 || index > all.size()) {
            return List.of();
        }
        int at = (int) index - 1;
        return List.of(all.get(fromEnd ? all.size() - 1 - at : at));
    }
}
