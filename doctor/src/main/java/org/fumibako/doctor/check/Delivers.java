// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.model.Content;
import org.fumibako.registry.Account;

/**
 * Whether a message gets into the mailbox right now: a real one, through the steps that all mail takes here, filed in Trash so that no
 * telephone rings, and removed again at once.
 */
public final class Delivers implements Check {
    private final Probe probe;

    public Delivers(Probe probe) {
        this.probe = probe;
    }

    @Override
    public String id() {
        return "delivers-now";
    }

    @Override
    public Phrase subject() {
        return new Phrase("いま受信できるか", "Mail can be received now");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        Account account = patient.account().orElseThrow();
        Probe.Letter letter = Probe.Letter.from(account.address());
        Probe.Result result = probe.deliver(account, patient.address(), letter, Content.of(letter.octets()));
        Finding finding = result.taken()
                ? Finding.fine("いま受信できます", "Mail is received now")
                        .because(
                                result.removed() ? "試験用のメールを1通届け、すぐに消しました。" : "試験用のメールを1通、ごみ箱に届けました。",
                                result.removed()
                                        ? "A test message was delivered and removed again."
                                        : "A test message was delivered; it is in the Trash.")
                : Finding.cause("いま受信できません", "Mail cannot be received now")
                        .because(
                                "試験用のメールが受信できませんでした。下の応答が、送信元に返っているものです。",
                                "A test message was refused. The answer below is what senders get.");
        return finding.with(new Evidence(new Phrase("応答", "Answer"), Raw.reply(result.reply())));
    }
}
