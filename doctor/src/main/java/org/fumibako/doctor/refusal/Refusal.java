// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.refusal;

import java.util.Set;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Symptom;

/**
 * A refusal, understood.
 *
 * @param key stable, in kebab-case
 * @param meaning what the other server says, in the customer's words
 * @param advice what to do next
 * @param symptom where the doctor looks further
 */
public record Refusal(String key, Phrase meaning, Phrase advice, Symptom symptom) {
    /** Whether the other server could not verify the sender. */
    public boolean isUnauthenticated() {
        return key.equals("unauthenticated");
    }

    /** Whether it is about one recipient or one message, and nothing about the destination. */
    public boolean isParticular() {
        return Set.of("no-such-address", "mailbox-full", "too-large").contains(key);
    }
}
