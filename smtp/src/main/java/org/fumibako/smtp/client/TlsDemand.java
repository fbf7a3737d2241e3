// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.List;
import java.util.Set;
import org.fumibako.mailauth.dane.TlsaRecord;
import org.fumibako.model.DomainName;

/** What is asked of TLS on one connection. */
sealed interface TlsDemand {
    /** In clear, whatever is offered. */
    record None() implements TlsDemand {}

    /** When offered, whoever answers. */
    record Opportunistic() implements TlsDemand {}

    /** Nothing is said without it. */
    record Required(Trust trust) implements TlsDemand {}

    /** From the first octet. */
    record Implicit(Trust trust) implements TlsDemand {}

    /** Whose certificate will do. */
    sealed interface Trust {
        record Anybody() implements Trust {}

        /** One for the host's name, from a public authority. */
        record WebPki() implements Trust {}

        /**
         * One that usable records name.
         *
         * @param names for one of which the certificate must be, where an authority is named
         */
        record Dane(List<TlsaRecord> records, Set<DomainName> names) implements Trust {
            public Dane {
                records = List.copyOf(records);
                names = Set.copyOf(names);
            }
        }
    }
}
