// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.util.List;

/**
 * One fact that a finding rests on.
 *
 * @param label what it is, a few words
 * @param value what was seen: a time, an address, another server's own words
 * @param records raw lines for the support desk, at most {@link #MAX_RECORDS}; shown folded
 */
public record Evidence(Phrase label, Phrase value, List<String> records) {
    /** More than this nobody reads; the history has them all. */
    public static final int MAX_RECORDS = 20;

    public Evidence {
        records = records.stream().limit(MAX_RECORDS).toList();
    }

    public Evidence(Phrase label, Phrase value) {
        this(label, value, List.of());
    }
}
