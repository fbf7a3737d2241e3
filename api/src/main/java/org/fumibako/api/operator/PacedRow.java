// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.operator;

import java.time.Instant;
import org.fumibako.registry.Paced;

/**
 * An account that was slowed down because somebody else seems to use it.
 *
 * @param why for people
 * @param held recipients whose mail is kept back
 */
record PacedRow(String address, Instant since, String why, long held) {
    static PacedRow of(Paced paced, long held) {
        return new PacedRow(paced.account().address().toString(), paced.since(), paced.why(), held);
    }
}
