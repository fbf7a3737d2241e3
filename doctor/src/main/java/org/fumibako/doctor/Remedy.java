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
     * @param back the call that takes it back, where the answer to the call names none
     * @param undoable how long it can be undone
     */
    record Call(
            Phrase label,
            Phrase explanation,
            String method,
            String path,
            Map<String, Object> body,
            Optional<Change> change,
            Optional<Back> back,
            Duration undoable)
            implements Remedy {
        public Call {
            body = Map.copyOf(body);
        }

        /** The same, with the call that takes it back. */
        public Call undoneBy(Back call) {
            return new Call(label, explanation, method, path, body, change, Optional.of(call), undoable);
        }
    }

    /** Takes a call back. In {@code path}, <code>{new}</code> stands for the highest id in the lists of the call's answer. */
    record Back(String method, String path, Map<String, Object> body) {
        public Back {
            body = Map.copyOf(body);
        }
    }

    /** What a call changes. */
    record Change(String before, String after) {}

    /** Something that a person has to do or choose: {@code path} is the screen of the panel where. */
    record Screen(Phrase label, Phrase explanation, String path) implements Remedy {}
}
