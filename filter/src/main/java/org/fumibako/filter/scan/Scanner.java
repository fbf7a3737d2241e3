// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.util.List;
import org.fumibako.filter.Reason;

/** Another program that looks at messages. Safe for any number of threads. */
public interface Scanner {
    /** What it is called in the journal: {@code rspamd}. */
    String name();

    /** Whether its word on spam takes the place of what we say of the content. */
    boolean judgesSpam();

    /**
     * What it says of the message; blocks until it has answered, or the thread is interrupted.
     *
     * @throws IOException when it cannot be reached, or answers something else than it should
     */
    List<Reason> scan(Suspect suspect) throws IOException, InterruptedException;
}
