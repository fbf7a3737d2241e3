// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.signal;

import org.fumibako.filter.Examination;
import org.fumibako.filter.Person;
import org.fumibako.filter.Reason;
import org.fumibako.filter.Reasons;
import org.fumibako.filter.message.Sample;

/** Whoever the owner has written to is no stranger. That is said of an author who is proved, or of whom at least nothing is disproved. */
public final class Correspondence {
    private static final Reason KNOWN =
            new Reason("CORRESPONDENT", -6.0, "以前にメールを送ったことのある相手です。", "You have written to this sender before.");
    private static final Reason MAY_BE_KNOWN = new Reason(
            "CORRESPONDENT_UNPROVEN",
            -2.0,
            "以前にメールを送ったことのある相手を名乗っています (確認はできません)。",
            "It says that it comes from somebody you have written to, without proof.");

    private Correspondence() {}

    public static void examine(Examination examination, Person person, Reasons into) {
        Sample sample = examination.sample();
        boolean disproved =
                examination.reasons().stream().anyMatch(reason -> reason.code().equals("DMARC_FAIL"));
        if (disproved || sample.from().size() != 1) {
            return;
        }
        boolean proved = sample.circumstances()
                .findings()
                .filter(findings -> !Authors.isUnproven(findings))
                .isPresent();
        sample.from()
                .getFirst()
                .email()
                .filter(person::hasWrittenTo)
                .ifPresent(author -> into.add(proved ? KNOWN : MAY_BE_KNOWN));
    }
}
