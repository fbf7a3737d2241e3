// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns;

import java.time.Duration;
import java.util.List;

/** What came of a question. The first three are answers of DNS; a {@link Failure} says nothing about the name: try later. */
public sealed interface Answer {
    /**
     * At least one record of the type asked for, in the order received, after following aliases.
     *
     * @param ttl how long this stays true
     * @param authenticated whether an upstream that is configured as trusted says that DNSSEC proves all of it (RFC 4035 §3.2.3)
     */
    record Records(List<RecordData> data, Duration ttl, boolean authenticated) implements Answer {
        public Records {
            data = List.copyOf(data);
        }
    }

    /** The name exists, without records of this type. */
    record NoData() implements Answer {}

    /** The name does not exist, nor anything below it (NXDOMAIN, RFC 8020). */
    record NoSuchName() implements Answer {}

    /** There is no answer. {@code detail} is for the operator's eyes. */
    record Failure(Reason reason, String detail) implements Answer {}

    /** Why there is none. */
    enum Reason {
        /** No upstream answered in time. */
        TIMEOUT,
        /** SERVFAIL: what a validating upstream also says when DNSSEC fails. */
        SERVER_FAILURE,
        /** The upstream does not want to answer us. */
        REFUSED,
        /** What came back is no answer to the question, or aliases go in circles or on for too long. */
        MALFORMED,
        /** The {@link Budget} of this work is spent. */
        BUDGET_SPENT
    }

    /** The records of one shape; none when this is not {@link Records}. */
    default <T extends RecordData> List<T> all(Class<T> shape) {
        return this instanceof Records records
                ? records.data().stream()
                        .filter(shape::isInstance)
                        .map(shape::cast)
                        .toList()
                : List.of();
    }
}
