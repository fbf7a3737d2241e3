// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fumibako.dns.RecordData;

/** The order of MX records. */
final class Ranking {
    private Ranking() {}

    /** Best first, equals in random order so that they share the load (RFC 5321 §5.1), no more than {@code most}. */
    static List<RecordData.Mx> of(List<RecordData.Mx> records, int most, RandomGenerator random) {
        List<RecordData.Mx> ranked = new ArrayList<>(records);
        Collections.shuffle(ranked, random);
        ranked.sort(Comparator.comparingInt(RecordData.Mx::preference));
        return ranked.subList(0, Math.min(most, ranked.size()));
    }
}
