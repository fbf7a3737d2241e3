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
import org.fumibako.journal.JournalEvent.SettingChanged;
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

    /** How reasons begin that speak of an app password, whose name follows. */
    private static final String APP_PASSWORD = "app password \"";

    private final Optional<Protocol> door;
    private final boolean forgotten;

    private SignIns(Optional<Protocol> door, boolean forgotten) {
        this.door = door;
        this.forgotten = forgotten;
    }

    /** Through every door. */
    public static SignIns everywhere() {
        return new SignIns(Optional.empty(), false);
    }

    /** Of mail programs that want to send. */
    public static SignIns toSend() {
        return new SignIns(Optional.of(Protocol.SUBMISSION), false);
    }

    /** For somebody who does not know the password: whatever is found, it can only be replaced. */
    public static SignIns forgotten() {
        return new SignIns(Optional.empty(), true);
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
        Finding finding = look(patient);
        return forgotten && patient.account().isPresent() && finding.remedy().isEmpty()
                ? finding.and(
                                "設定されているパスワードを表示することはできません。心当たりがあればWEBメールでログインを試し、わからなければ新しいパスワードを設定してください。",
                                "Nobody can show the password. Try what you think it is in webmail; if that does not"
                                        + " work, set a new one.")
                        .with(newPassword(patient))
                : finding;
    }

    private static Remedy newPassword(Patient patient) {
        return new Remedy.Screen(
                new Phrase("新しいパスワードを設定する", "Set a new password"),
                new Phrase("設定すると、すべての端末で入力し直す必要があります。", "Every device will have to be told the new one."),
                patient.panelPath("accounts?open=" + patient.accountAddress()));
    }

    private Finding look(Patient patient) {
        List<Happening<SignInFailed>> failed = patient.history().of(SignInFailed.class).stream()
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .filter(one -> isOurs(one.row()))
                .toList();
        List<Happening<SignedIn>> good = patient.history().of(SignedIn.class);
        if (failed.isEmpty()) {
            return quiet(patient, good.stream().filter(one -> isOurs(one.row())).toList());
        }
        List<Evidence> evidence = new ArrayList<>();
        good.stream().limit(1).forEach(one -> evidence.add(SignInLines.success(patient, one)));
        failed.stream().limit(NAMED).forEach(one -> evidence.add(SignInLines.failure(patient, one)));
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
        return last.map(one -> Finding.fine("ログインできています", "Signing in works").with(SignInLines.success(patient, one)))
                .orElseGet(() -> Finding.unknown("ログインの記録がありません", "Nobody tried to sign in")
                        .because(
                                "メールソフトの接続がサーバーまで届いていないか、別のアカウント名でログインしようとしています。アカウント名は @"
                                        + " 以降も含めたアドレス全体です。サーバー名と、ポート番号（送信は 587 か 465、25 は使えません）、SSL/TLS（TLS 1.2"
                                        + " 以上）も確かめてください。",
                                "The mail program did not reach the server, or uses another account name: it is the"
                                        + " whole address, including what follows the @. Check its server name, its ports"
                                        + " (587 or 465 to send, never 25) and TLS (1.2 or later) too."));
    }

    private static Finding refused(
            Patient patient, List<Happening<SignInFailed>> failed, List<Happening<SignedIn>> good) {
        Finding finding = Finding.cause(
                "ログインに " + failed.size() + "回失敗しています", "Signing in failed " + Phrase.times(failed.size()));
        String reason = failed.getFirst().event().reason();
        if (patient.isAlias() && reason.equals("no such account")) {
            String account = patient.account().orElseThrow().address().toString();
            return finding.because(
                    patient.address() + " は別名なので、ログインには使えません。メールソフトのアカウント名を " + account + " に変えてください。",
                    patient.address()
                            + " is an alias, which nobody can sign in with. Change the account name in the mail"
                            + " program to " + account + ".");
        }
        if (patient.account().isEmpty() || reason.equals("no such account")) {
            return finding.because(
                    "このアドレスのメールアカウントはありません。アカウント名は @ 以降も含めて入力してください。",
                    "There is no account of this address. The account name is the whole address, including what"
                            + " follows the @.");
        }
        if (reason.startsWith(APP_PASSWORD)) {
            return appPassword(patient, finding, reason);
        }
        if (reason.equals("the account is suspended")) {
            return finding.because("メールアカウントが停止中のためです。", "The account is suspended.");
        }
        boolean known = hadIt(failed, good);
        Optional<Happening<SettingChanged>> changed = SignInLines.passwordChange(patient, failed.getLast());
        Phrase why = changed.isPresent()
                ? new Phrase(
                        (known ? "以前はログインできていた端末です。" : "")
                                + "パスワードが変更されたあとも、古いパスワードのまま接続を続けているようです。下の端末に新しいパスワードを入力してください。",
                        (known ? "The device came in before. " : "")
                                + "The password was changed, and the device seems to go on with the old one: enter the"
                                + " new one in it.")
                : new Phrase(
                        (known ? "以前はログインできていた端末です。" : "") + "パスワードが現在のものと違います。下の端末の設定を確かめてください。",
                        (known ? "The device came in before. " : "")
                                + "The password is not the present one. Check what is set in the device below.");
        Finding explained = changed.map(change -> finding.with(new Evidence(
                        new Phrase("パスワードの変更", "Password changed"),
                        patient.times().at(change.at()),
                        List.of(Raw.line(change.row(), change.event().what())))))
                .orElse(finding);
        return explained
                .because(why.ja() + "わからないときは新しいパスワードを設定してください。", why.en() + " If nobody knows it, set a new one.")
                .with(newPassword(patient));
    }

    /** One that exists, or did, and is not good for what it was used for: no question of the account's own password. */
    private static Finding appPassword(Patient patient, Finding finding, String reason) {
        boolean revoked = reason.endsWith("revoked");
        String name = reason.substring(APP_PASSWORD.length(), reason.lastIndexOf('"'));
        return finding.because(
                        revoked
                                ? "端末は、取り消されたアプリパスワード「" + name + "」を使っています。アプリパスワードを作り直して、端末に入力してください。"
                                : "端末が使っているアプリパスワード「" + name
                                        + "」は、この用途（下の記録）には使えません。用途の合うアプリパスワードを作るか、メールアカウントのパスワードを入力してください。",
                        revoked
                                ? "The device uses the app password \"" + name
                                        + "\", which was revoked. Make a new one and enter it there."
                                : "The device uses the app password \"" + name
                                        + "\", which is not for this (see below). Make one that is, or enter the"
                                        + " account's own password.")
                .with(new Remedy.Screen(
                        new Phrase("アプリパスワードを作る", "Make an app password"), Phrase.of(""), patient.accountPath("")));
    }

    private static boolean hadIt(List<Happening<SignInFailed>> failed, List<Happening<SignedIn>> good) {
        Device device = Device.of(failed.getFirst().row());
        return good.stream().anyMatch(one -> Device.of(one.row()).equals(device));
    }

    private static Finding strangers(int tries, long places) {
        return Finding.suspicious(
                        "ログインの記録がない接続元から " + tries + "回失敗しています",
                        "Signing in failed " + Phrase.times(tries) + " from where nobody has come in before")
                .because(
                        places + "か所からです。心当たりのある端末なら、パスワードが違います。心当たりがなければ、だれかがパスワードを推測しています。どれも成功していません。",
                        "They came from " + places
                                + " places. If one is yours, it has a wrong password. If none is, somebody is"
                                + " guessing; nobody got in.");
    }

    private static Finding mended(List<Happening<SignInFailed>> failed) {
        return Finding.suspicious(
                        "ログインに " + failed.size() + "回失敗しましたが、そのあと成功しています",
                        "Signing in failed " + Phrase.times(failed.size()) + ", and worked after that")
                .because("いまはログインできています。", "It works now.");
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
