// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.util.Optional;
import org.fumibako.model.DomainName;

/** Looks at an SPF record that somebody is about to publish. May ask DNS, within bounds of its own. */
public interface SpfCheck {
    /** Finds nothing. */
    SpfCheck NONE = (_, _) -> Optional.empty();

    /** What is wrong, so that other servers would not accept the record. */
    record Problem(ZoneRefusal refusal, String sentence) {}

    /** The first thing that makes the record worthless; DNS that does not answer is none. */
    Optional<Problem> problem(String record, DomainName domain);
}
