// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.Optional;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Place;

/** Reads {@code :index} and {@code :last} (RFC 5260 §6, RFC 5293 §5). */
public final class Places {
    private Places() {}

    /** @param extension what has to be required for them */
    public static Optional<Place> read(Arguments arguments, String extension) throws SieveException {
        Optional<Long> index = arguments.number("index", extension);
        boolean last = arguments.flag("last", extension);
        if (last && index.isEmpty()) {
            throw arguments.fault("needs \":index\" before \":last\"");
        }
        if (index.filter(number -> number < 1).isPresent()) {
            throw arguments.fault("counts fields from 1");
        }
        return index.map(number -> new Place(number, last));
    }
}
