// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.stage;

import java.io.IOException;
import org.fumibako.doctor.Symptom;

/**
 * A trouble that can be staged.
 *
 * @param name in kebab-case; part of the address that it happens to
 * @param check which check of the doctor's has to say that it is the cause
 * @param what it is, in a sentence
 * @param play makes it happen
 */
public record Situation(Symptom symptom, String name, String check, String what, Play play) {
    /** Makes it happen, to an address that it returns. */
    public interface Play {
        String of(Scene scene, String name) throws IOException;
    }

    /** As it is named on the command line, such as {@code E8-abroad}. */
    public String id() {
        return symptom + "-" + name;
    }
}
