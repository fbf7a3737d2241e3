// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.SettingChanged;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;

/**
 * Whether somebody seems to have found the password out: several guesses from where nobody had come in before, and then the right one. A
 * password that everybody tries cannot be set, so what is left is one that was guessed, or known from elsewhere.
 */
public final class GuessedPassword implements Check {
    private static final Duration LATELY = Duration.ofDays(14);

    /** More than an owner needs to get a password right, on most days. */
    private static final int GUESSES = 5;

    /** How long before it came in somebody guessed. */
    private static final Duration SPELL = Duration.ofDays(1);

    private static final int NAMED = 5;

    @Override
    public String id() {
        return "guessed-password";
    }

    @Override
    public Phrase subject() {
        return new Phrase("パスワードの推測", "Guesses at the password");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<SignedIn>> good = patient.history().of(SignedIn.class);
        List<Happening<SignInFailed>> bad = patient.history().of(SignInFailed.class).stream()
                .filter(one -> one.row().origin().peer().isPresent())
                .toList();
        for (Happening<SignedIn> one : good) {
            List<Happening<SignInFailed>> guesses = guesses(one, bad);
            if (one.at().isAfter(patient.now().minus(LATELY)) && guesses.size() >= GUESSES && isStranger(one, good)) {
                return found(patient, one, guesses).with(set(patient));
            }
        }
        return Finding.fine("推測されてログインされた形跡はありません", "Nobody seems to have guessed the password")
                .because(
                        "よく使われるパスワードや、アドレスを含むパスワードは、設定のときに断っています。",
                        "Passwords that everybody tries, or that contain the address, are refused when they are set.")
                .with(set(patient));
    }

    private static List<Happening<SignInFailed>> guesses(Happening<SignedIn> one, List<Happening<SignInFailed>> bad) {
        return bad.stream()
                .filter(guess -> guess.row().id() < one.row().id())
                .filter(guess -> guess.at().isAfter(one.at().minus(SPELL)))
                .filter(guess ->
                        guess.row().origin().peer().equals(one.row().origin().peer()))
                .toList();
    }

    /** Whether others came in before, and nobody from there or with that program. */
    private static boolean isStranger(Happening<SignedIn> one, List<Happening<SignedIn>> good) {
        List<Happening<SignedIn>> before =
                good.stream().filter(other -> other.row().id() < one.row().id()).toList();
        String client = one.row().origin().client();
        return !before.isEmpty()
                && before.stream()
                        .noneMatch(other -> other.row()
                                        .origin()
                                        .peer()
                                        .equals(one.row().origin().peer())
                                || (!client.isEmpty()
                                        && client.equals(other.row().origin().client())));
    }

    private static Finding found(Patient patient, Happening<SignedIn> one, List<Happening<SignInFailed>> guesses) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(SignInLines.success(patient, one));
        guesses.stream().limit(NAMED).forEach(guess -> evidence.add(SignInLines.failure(patient, guess)));
        return Finding.suspicious(
                        "初めての接続元から " + guesses.size() + "回失敗したあと、ログインに成功しています",
                        "Somebody came in from a new place after " + guesses.size() + " wrong passwords")
                .because(
                        "心当たりのある端末なら問題ありません。心当たりがなければ、パスワードを推測されたか、ほかから漏れています。すぐに新しいパスワードを設定し、ほかのサービスと同じものは使わないでください。",
                        "If it was you, all is well. If not, the password was guessed, or is known from elsewhere: set"
                                + " a new one at once, and not one that you use for something else.")
                .with(evidence)
                .with(new Remedy.Screen(
                        new Phrase("新しいパスワードを設定する", "Set a new password"),
                        new Phrase("設定すると、すべての端末で入力し直す必要があります。", "Every device will have to be told the new one."),
                        patient.panelPath("accounts?open=" + patient.accountAddress())));
    }

    private static Evidence set(Patient patient) {
        Phrase label = new Phrase("パスワードの変更", "Password changed");
        return patient.history().of(SettingChanged.class).stream()
                .filter(SignInLines::isPasswordChange)
                .findFirst()
                .map(one -> new Evidence(label, patient.times().at(one.at())))
                .orElseGet(() -> {
                    Phrase since = patient.times().day(patient.history().since());
                    return new Evidence(
                            label, new Phrase(since.ja() + " 以降の記録にはありません", "not on record since " + since.en()));
                });
    }
}
