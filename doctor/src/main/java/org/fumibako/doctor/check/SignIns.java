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
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;

/** Who tried to sign in lately, from where and with which program, and why it failed. */
public final class SignIns implements Check {
    /** A failure older than this was put right or given up. */
    private static final Duration RECENT = Duration.ofDays(3);

    private static final Duration WRITTEN_ONCE_IN = Duration.ofHours(1);
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "sign-ins";
    }

    @Override
    public Phrase subject() {
        return new Phrase("最近のログイン", "Recent sign-ins");
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<SignInFailed>> failed = patient.history().of(SignInFailed.class).stream()
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .toList();
        List<Happening<SignedIn>> good = patient.history().of(SignedIn.class);
        if (failed.isEmpty()) {
            return quiet(patient, good);
        }
        boolean stillFailing = good.stream()
                .noneMatch(one -> makesUpFor(one.row(), failed.getFirst().row()));
        Finding finding = stillFailing ? refused(patient, failed) : mended(failed);
        List<Evidence> evidence = new ArrayList<>();
        good.stream().limit(1).forEach(one -> evidence.add(success(patient, one)));
        failed.stream().limit(NAMED).forEach(one -> evidence.add(failure(patient, one)));
        return finding.with(evidence);
    }

    /** A later success does, and so does one of the same device just before: of successes that are alike one an hour is written down. */
    private static boolean makesUpFor(JournalRow success, JournalRow failure) {
        boolean sameDevice = success.origin().protocol() == failure.origin().protocol()
                && success.origin().peer().equals(failure.origin().peer())
                && success.origin().client().equals(failure.origin().client());
        return success.id() > failure.id()
                || (sameDevice && success.at().isAfter(failure.at().minus(WRITTEN_ONCE_IN)));
    }

    private static Finding quiet(Patient patient, List<Happening<SignedIn>> good) {
        Optional<Happening<SignedIn>> last = good.stream().findFirst();
        return last.map(one -> Finding.fine("ログインできています", "Signing in works").with(success(patient, one)))
                .orElseGet(
                        () -> Finding.unknown("ログインの記録がありません", "Nobody tried to sign in")
                                .because(
                                        "メールソフトの接続がサーバーまで届いていないか、まだ設定されていません。サーバー名とポート番号を確かめてください。",
                                        "The mail program did not reach the server, or was not set up yet. Check its server name and ports."));
    }

    private static Finding refused(Patient patient, List<Happening<SignInFailed>> failed) {
        boolean nobody = patient.account().isEmpty();
        Finding finding =
                Finding.cause("ログインに " + failed.size() + "回失敗しています", "Signing in failed " + failed.size() + " times");
        return nobody
                ? finding.because(
                        "このアドレスのメールアカウントはありません。アカウント名は @ 以降も含めて入力してください。",
                        "There is no account of this address. The account name is the whole address, including what follows the @.")
                : finding.because(
                                "パスワードが現在のものと違います。下の端末に古いパスワードが残っていないか確かめてください。わからないときは新しいパスワードを設定してください。",
                                "The password is not the present one. See whether one of the devices below still has an old one. If"
                                        + " nobody knows it, set a new one.")
                        .with(new Remedy.Screen(
                                new Phrase("新しいパスワードを設定する", "Set a new password"),
                                new Phrase(
                                        "設定すると、すべての端末で入力し直す必要があります。", "Every device will have to be told the new one."),
                                patient.panelPath("accounts")));
    }

    private static Finding mended(List<Happening<SignInFailed>> failed) {
        return Finding.suspicious(
                        "ログインできていますが、失敗も " + failed.size() + "回あります",
                        "Signing in works, but failed " + failed.size() + " times")
                .because(
                        "古いパスワードのまま接続を続けている端末があるかもしれません。",
                        "There may be a device that goes on trying with an old password.");
    }

    private static Evidence success(Patient patient, Happening<SignedIn> one) {
        return new Evidence(
                new Phrase("最後の成功", "Last success"),
                join(patient.times().at(one.at()), who(one.row())),
                List.of(Raw.line(one.row(), "signed in, " + one.event().mechanism())));
    }

    private static Evidence failure(Patient patient, Happening<SignInFailed> one) {
        return new Evidence(
                new Phrase("失敗", "Failure"),
                join(
                        join(patient.times().at(one.at()), who(one.row())),
                        reason(one.event().reason())),
                List.of(Raw.line(
                        one.row(),
                        one.event().mechanism() + " " + one.event().login() + ": "
                                + one.event().reason())));
    }

    private static Phrase reason(String reason) {
        return switch (reason) {
            case "wrong password" -> new Phrase("パスワードが違います", "wrong password");
            case "no such account" -> new Phrase("アカウントがありません", "no such account");
            default -> Phrase.of(reason);
        };
    }

    /** Door, address, and what the client calls itself. */
    static Phrase who(JournalRow row) {
        String peer = row.origin()
                .peer()
                .map(address -> " " + address.getHostAddress())
                .orElse("");
        String client =
                row.origin().client().isEmpty() ? "" : " " + row.origin().client();
        return Phrase.of(row.origin().protocol() + peer + client);
    }

    static Phrase join(Phrase first, Phrase second) {
        return new Phrase(first.ja() + "　" + second.ja(), first.en() + ", " + second.en());
    }
}
