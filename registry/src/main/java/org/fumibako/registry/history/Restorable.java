// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.history;

import java.util.Optional;
import org.fumibako.journal.Origin;

/** A setting whose whole state is a text, so that it can be put back as it was. */
public interface Restorable {
    /**
     * How it stands.
     *
     * @param id of the account or domain
     * @return empty when that is not there any more
     */
    Optional<String> state(long id);

    /** Makes it stand as it did when {@code state} was read. */
    void restore(long id, String state, Origin by);
}
