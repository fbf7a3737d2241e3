// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.fumibako.journal.Protocol;

/** Who tried to sign in lately, from where and with which program, and why it failed. */
public final class SignIns implements Check {
    /** A failure older than this was put right or given up. */
    private static final Duration RECENT = Duration.ofDays(3);

    /** Failures from more places than a person has devices are somebody's guesses. */
    private static final int PLACES = 3;

    private static final int NAMED = 5;

    private final Optional<Protocol> door;

    private SignIns(Optional<Protocol> door) {
        this.door = door;
    }

    /** Through every door. */
    public static SignIns everywhere() {
        return new SignIns(Optional.empty());
    }

    /** Of mail programs that want to send. */
    public static SignIns toSend() {
        return new SignIns(Optional.of(Protocol.SUBMISSION));
    }

    @Override
    public String id() {
        return door.isPresent() ? "sign-ins-to-send" : "sign-ins";
    }

    @Override
    public Phrase subject() {
        return door.isPresent()
                ? new Phrase("送信のためのログイン", "Sign-ins to send")
                : new Phrase("最近のログイン", "Recent sign-ins");
    }

    /** One mail program, as far as can be told. */
    private record Device(Protocol protocol, String peer, String client) {
        static Device of(JournalRow row) {
            return new Device(row.origin().protocol(), peer(row), row.origin().client());
        }

        private static String peer(JournalRow row) {
            return row.origin().peer().map(InetAddress::getHostAddress).orElse("");
        }
    }

    @Override
    public Finding examine(Patient patient) {
        List<Happening<SignInFailed>> failed = patient.history().of(SignInFailed.class).stream()
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .filter(one -> isOurs(one.row()))
                .toList();
        List<Happening<SignedIn>> good = patient.history().of(SignedIn.class);
        if (failed.isEmpty()) {
            return quiet(patient, good.stream().filter(one -> isOurs(one.row())).toList());
        }
        List<Evidence> evidence = new ArrayList<>();
        good.stream().limit(1).forEach(one -> evidence.add(success(patient, one)));
        failed.stream().limit(NAMED).forEach(one -> evidence.add(failure(patient, one)));
        return judge(patient, failed, good).with(evidence);
    }

    private boolean isOurs(JournalRow row) {
        return door.isEmpty() || door.get() == row.origin().protocol();
    }

    private static Finding judge(
            Patient patient, List<Happening<SignInFailed>> failed, List<Happening<SignedIn>> good) {
        Map<Device, List<Happening<SignInFailed>>> devices =
                failed.stream().collect(Collectors.groupingBy(one -> Device.of(one.row())));
        List<Happening<SignInFailed>> failing = devices.values().stream()
                .filter(tries -> !isMended(tries, good))
                .flatMap(List::stream)
                .toList();
        if (failing.isEmpty()) {
            return mended(failed);
        }
        List<Happening<SignInFailed>> own = failing.stream()
                .filter(one -> good.stream().anyMatch(success -> isKnown(success.row(), one.row())))
                .toList();
        long places =
                failing.stream().map(one -> Device.peer(one.row())).distinct().count();
        if (own.isEmpty() && (!good.isEmpty() || places > PLACES)) {
            return strangers(failing.size(), places);
        }
        return refused(patient, own.isEmpty() ? failing : own, good);
    }

    /** Whether the program, or after a single slip its owner by another, has come in since. */
    private static boolean isMended(List<Happening<SignInFailed>> tries, List<Happening<SignedIn>> good) {
        JournalRow last = tries.getFirst().row();
        boolean slip = tries.size() == 1;
        return good.stream()
                .map(Happening::row)
                .filter(success -> success.id() > last.id())
                .anyMatch(success -> Device.of(success).equals(Device.of(last))
                        || (slip
                                && last.origin().client().isEmpty()
                                && Device.peer(success).equals(Device.peer(last))));
    }

    /** Whether somebody who knew the password came from there, or with that program. */
    private static boolean isKnown(JournalRow success, JournalRow failure) {
        String client = failure.origin().client();
        return Device.peer(success).equals(Device.peer(failure))
                || (!client.isEmpty() && client.equals(success.origin().client()));
    }

    private static Finding quiet(Patient patient, List<Happening<SignedIn>> good) {
        Optional<Happening<SignedIn>> last = good.stream().findFirst();
        return last.map(one -> Finding.fine("ログインできています", "Signing in works").with(success(patient, one)))
                .orElseGet(() -> Finding.unknown("ログインの記録がありません", "Nobody tried to sign in")
                        .because(
                                "メールソフトの接続がサーバーまで届いていないか、まだ設定されていません。サーバー名と、ポート番号（送信は 587 か 465、25 は使えません）を確かめてください。",
                                "The mail program did not reach the server, or was not set up yet. Check its server name and"
                                        + " ports: 587 or 465 to send, never 25."));
    }

    private static Finding refused(
            Patient patient, List<Happening<SignInFailed>> failed, List<Happening<SignedIn>> good) {
        Finding finding =
                Finding.cause("ログインに " + failed.size() + "回失敗しています", "Signing in failed " + failed.size() + " times");
        String reason = failed.getFirst().event().reason();
        if (patient.account().isEmpty() || reason.equals("no such account")) {
            return finding.because(
                    "このアドレスのメールアカウントはありません。アカウント名は @ 以降も含めて入力してください。",
                    "There is no account of this address. The account name is the whole address, including what follows the @.");
        }
        if (reason.equals("the account is suspended")) {
            return finding.because("メールアカウントが停止中のためです。", "The account is suspended.");
        }
        Phrase why = hadIt(failed, good)
                ? new Phrase(
                        "以前はログインできていた端末です。パスワードを変更したあと、古いパスワードのまま接続を続けています。",
                        "The device came in before: it goes on trying with a password that was changed.")
                : new Phrase(
                        "パスワードが現在のものと違います。下の端末に古いパスワードが残っていないか確かめてください。",
                        "The password is not the present one. See whether one of the devices below still has an old one.");
        return finding.because(
                        why.ja() + "わからないときは新しいパスワードを設定してください。", why.en() + " If nobody knows it, set a new one.")
                .with(new Remedy.Screen(
                        new Phrase("新しいパスワードを設定する", "Set a new password"),
                        new Phrase("設定すると、すべての端末で入力し直す必要があります。", "Every device will have to be told the new one."),
                        patient.panelPath("accounts?open=" + patient.address())));
    }

    private static boolean hadIt(List<Happening<SignInFailed>> failed, List<Happening<SignedIn>> good) {
        Device device = Device.of(failed.getFirst().row());
        return good.stream().anyMatch(one -> Device.of(one.row()).equals(device));
    }

    private static Finding strangers(int tries, long places) {
        return Finding.suspicious(
                        "ログインの記録がない接続元から " + tries + "回失敗しています",
                        "Signing in failed " + tries + " times from where nobody has come in before")
                .because(
                        places + "か所からです。心当たりのある端末なら、パスワードが違います。心当たりがなければ、だれかがパスワードを推測しています。どれも成功していません。",
                        "They came from " + places
                                + " places. If one is yours, it has a wrong password. If none is, somebody is guessing; nobody got in.");
    }

    private static Finding mended(List<Happening<SignInFailed>> failed) {
        return Finding.suspicious(
                        "ログインに " + failed.size() + "回失敗しましたが、そのあと成功しています",
                        "Signing in failed " + failed.size() + " times, and worked after that")
                .because("いまはログインできています。", "It works now.");
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
            case "too many failures" -> new Phrase("失敗が続いたため一時的に止めています", "stopped for a while after too many failures");
            case "the account is suspended" -> new Phrase("停止中です", "suspended");
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
