// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.resolver;

import java.time.Duration;
import org.fumibako.dns.Answer;

/** An answer, and how long it may be remembered. */
record Outcome(Answer answer, Duration ttl) {
    static Outcome failure(Answer.Reason reason, String detail) {
        return new Outcome(new Answer.Failure(reason, detail), ResolverLimits.FAILURE_TTL);
    }
}
