// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent.SettingChanged;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;

/** What the journal says of sign-ins, as lines of evidence. */
final class SignInLines {
    /** In the sentence of a changed password. */
    private static final String NEW_PASSWORD = "given a new password";

    private SignInLines() {}

    /** The last change before the failures began. */
    static Optional<Happening<SettingChanged>> passwordChange(Patient patient, Happening<SignInFailed> firstFailure) {
        return patient.history().of(SettingChanged.class).stream()
                .filter(SignInLines::isPasswordChange)
                .filter(one -> one.row().id() < firstFailure.row().id())
                .findFirst();
    }

    static boolean isPasswordChange(Happening<SettingChanged> one) {
        return one.event().what().contains(NEW_PASSWORD);
    }

    static Evidence success(Patient patient, Happening<SignedIn> one) {
        return new Evidence(
                new Phrase("最後の成功", "Last success"),
                SignIns.join(patient.times().at(one.at()), SignIns.who(one.row())),
                List.of(Raw.line(one.row(), "signed in, " + one.event().mechanism())));
    }

    static Evidence failure(Patient patient, Happening<SignInFailed> one) {
        return new Evidence(
                new Phrase("失敗", "Failure"),
                SignIns.join(
                        SignIns.join(patient.times().at(one.at()), SignIns.who(one.row())),
                        reason(one.event().reason())),
                List.of(Raw.line(
                        one.row(),
                        one.event().mechanism() + " " + one.event().login() + ": "
                                + one.event().reason())));
    }

    private static Phrase reason(String reason) {
        return switch (reason) {
            case "too many failures" -> new Phrase("失敗が続いたため一時的に止めています", "stopped for a while after too many failures");
            case "the account is suspended" -> new Phrase("停止中です", "suspended");
            case "wrong password" -> new Phrase("パスワードが違います", "wrong password");
            case "no such account" -> new Phrase("アカウントがありません", "no such account");
            default -> Retold.of(reason);
        };
    }
}
