// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import org.fumibako.doctor.Check;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;

/** A check that throws light on a complaint which it cannot be the cause of. */
public record Supporting(Check check) implements Check {
    @Override
    public String id() {
        return check.id();
    }

    @Override
    public Phrase subject() {
        return check.subject();
    }

    @Override
    public Finding examine(Patient patient) {
        Finding finding = check.examine(patient);
        return finding.outcome() == Outcome.CAUSE ? finding.only(Outcome.SUSPICIOUS) : finding;
    }
}
