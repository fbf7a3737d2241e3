// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.List;
import org.fumibako.mailauth.dane.TlsaRecord;

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

        /** One that usable records name. */
        record Dane(List<TlsaRecord> records) implements Trust {
            public Dane {
                records = List.copyOf(records);
            }
        }
    }
}
