// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.doctor.Remedy;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Protocol;

/** Which of the server's names mail programs asked for, and whether a certificate is for it: if none is, they warn (コモンネーム). */
public final class ServerNames implements Check {
    /** A program that used a name longer ago was set right, or is not used any more. */
    private static final Duration LATELY = Duration.ofDays(14);

    private final Supplier<HostCheck.Host> host;

    public ServerNames(Supplier<HostCheck.Host> host) {
        this.host = host;
    }

    @Override
    public String id() {
        return "server-name";
    }

    @Override
    public Phrase subject() {
        return new Phrase("メールソフトのサーバー名と証明書", "The server name in mail programs");
    }

    @Override
    public Finding examine(Patient patient) {
        // Telephones change their address: whoever says a name is one device by it, with the name it used last.
        Map<String, Happening<SignedIn>> devices = new LinkedHashMap<>();
        patient.history().of(SignedIn.class).stream()
                .filter(one -> !one.event().serverName().isEmpty())
                .forEach(one -> devices.putIfAbsent(device(one.row()), one));
        HostCheck.Host self = host.get();
        Set<String> names = new TreeSet<>();
        self.certificates().forEach(certificate -> names.addAll(certificate.names()));
        Evidence certificate =
                new Evidence(new Phrase("証明書の名前", "Names of the certificate"), Phrase.of(String.join(", ", names)));
        if (devices.isEmpty()) {
            return Finding.unknown("メールソフトが使ったサーバー名の記録がありません", "There is no record of a server name")
                    .because(
                            "メールソフトの送受信サーバーを " + self.name() + " に設定し、SSL/TLS を有効にしてください。",
                            "Set the servers in the mail program to " + self.name() + ", with SSL/TLS.")
                    .with(certificate);
        }
        List<Happening<SignedIn>> strange = devices.values().stream()
                .filter(one -> !covers(names, one.event().serverName()))
                .toList();
        boolean lately =
                strange.stream().anyMatch(one -> one.at().isAfter(patient.now().minus(LATELY)));
        Finding finding = strange.isEmpty()
                ? Finding.fine("サーバー名は証明書と合っています", "The server names match the certificate")
                : mismatch(patient, self.name().ascii()).only(lately ? Outcome.CAUSE : Outcome.SUSPICIOUS);
        return finding.with(certificate)
                .with((strange.isEmpty() ? List.copyOf(devices.values()) : strange)
                        .stream()
                                .limit(Removed.NAMED)
                                .map(one -> line(patient, one))
                                .toList());
    }

    private static String device(JournalRow row) {
        String client = row.origin().client();
        return row.origin().protocol() + " "
                + (client.isEmpty() || row.origin().protocol() == Protocol.SUBMISSION
                        ? row.origin().peer().map(InetAddress::getHostAddress).orElse("") + " " + client
                        : client);
    }

    private static Finding mismatch(Patient patient, String recommended) {
        return Finding.cause("サーバー名が証明書と合っていません", "The server name does not match the certificate")
                .because(
                        "下の端末は、証明書にない名前でつないでいるため、警告が出ます。メールソフトの送受信サーバーを " + recommended + " に変えてください。",
                        "The devices below use a name that the certificate is not for, so they warn. Set the servers"
                                + " in the mail program to " + recommended + ".")
                .with(new Remedy.Screen(
                        new Phrase("設定する値を見る", "See the settings"), Phrase.of(""), patient.panelPath("server")));
    }

    private static Evidence line(Patient patient, Happening<SignedIn> one) {
        return new Evidence(
                Phrase.of(one.event().serverName()),
                SignIns.join(patient.times().at(one.at()), SignIns.who(one.row())),
                List.of(Raw.line(one.row(), "TLS server name " + one.event().serverName())));
    }

    /** A name, or a wildcard for its first label (RFC 9525 §6.3). */
    static boolean covers(Set<String> names, String asked) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        return names.contains(wanted) || (dot > 0 && names.contains("*" + wanted.substring(dot)));
    }
}
