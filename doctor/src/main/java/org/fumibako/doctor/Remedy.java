// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What can be done about a finding. */
public sealed interface Remedy {
    /** What the button says. */
    Phrase label();

    /** What will happen, and what will not, in a sentence or two. */
    Phrase explanation();

    /**
     * A call of the panel's API, made in one click within the rights of whoever makes it, journalled and undoable.
     *
     * @param path with the address in it, percent-encoded where needed
     * @param body JSON members; values are strings, numbers, booleans, or lists of them
     * @param undoable how long it can be undone
     */
    record Call(
            Phrase label,
            Phrase explanation,
            String method,
            String path,
            Map<String, Object> body,
            Optional<Change> change,
            Duration undoable)
            implements Remedy {
        public Call {
            body = Map.copyOf(body);
        }
    }

    /** What a call changes. */
    record Change(String before, String after) {}

    /** Something that a person has to do or choose: {@code path} is the screen of the panel where. */
    record Screen(Phrase label, Phrase explanation, String path) implements Remedy {}
}
