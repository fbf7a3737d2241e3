// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.History.Happening;
import org.fumibako.doctor.Outcome;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.JournalEvent.Refused;
import org.fumibako.journal.JournalEvent.SignInFailed;
import org.fumibako.journal.JournalEvent.SignedIn;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.OutgoingEvent.Queued;
import org.fumibako.journal.Protocol;

/** Whether a mail program wants to send on port 25, which is for servers (OP25B): what it sends elsewhere is refused there. */
public final class WrongPort implements Check {
    private static final Duration RECENT = Duration.ofDays(7);
    private static final int NAMED = 5;

    @Override
    public String id() {
        return "wrong-port";
    }

    @Override
    public Phrase subject() {
        return new Phrase("送信ポート番号", "The port to send on");
    }

    @Override
    public Finding examine(Patient patient) {
        Optional<Finding> none = AccountExists.needed(patient);
        if (none.isPresent()) {
            return none.get();
        }
        List<Happening<Refused>> tried = patient.history().of(Refused.class).stream()
                .filter(one -> one.row().origin().protocol() == Protocol.SMTP)
                .filter(one -> isFrom(patient, one.event()))
                .filter(one -> one.at().isAfter(patient.now().minus(RECENT)))
                .toList();
        if (tried.isEmpty()) {
            return untried(patient);
        }
        boolean own = tried.stream().anyMatch(one -> isTheirs(patient, one.row()));
        boolean since = patient.history().of(Queued.class).stream()
                .filter(one -> one.row().origin().protocol() == Protocol.SUBMISSION)
                .anyMatch(one -> one.row().id() > tried.getFirst().row().id());
        return found(own && !since)
                .with(tried.stream()
                        .limit(NAMED)
                        .map(one -> RefusedMail.line(patient, one))
                        .toList());
    }

    private static boolean isFrom(Patient patient, Refused refused) {
        return refused.sender().equalsIgnoreCase(patient.address().toString())
                && !refused.recipient().equalsIgnoreCase(patient.address().toString())
                && refused.reply().code() / 100 == 5;
    }

    /** Whether the account's owner has signed in from there: strangers forge addresses on port 25 too. */
    private static boolean isTheirs(Patient patient, JournalRow row) {
        Optional<InetAddress> peer = row.origin().peer();
        return patient.history().of(SignedIn.class).stream()
                .anyMatch(one -> one.row().origin().peer().equals(peer));
    }

    private static Finding untried(Patient patient) {
        boolean reached = patient.history().rows().stream()
                .filter(row -> row.event() instanceof SignedIn || row.event() instanceof SignInFailed)
                .anyMatch(row -> row.origin().protocol() == Protocol.SUBMISSION);
        return reached
                ? Finding.fine("メールソフトは送信用のポートにつながっています", "Mail programs reach the port to send on")
                : Finding.unknown("メールソフトから送信の接続が届いていません", "No mail program has come to send")
                        .because(
                                "多くの回線は、ポート25での送信を止めています（OP25B）。メールソフトの送信ポートが 25 なら、587（STARTTLS）か"
                                        + " 465（SSL/TLS）に変えてください。",
                                "Many networks stop sending on port 25 (OP25B). If the mail program is set to 25,"
                                        + " change it to 587 (STARTTLS) or 465 (SSL/TLS).");
    }

    private static Finding found(boolean sure) {
        return Finding.cause("ポート25で送信しようとして断られています", "Sending was tried on port 25 and refused")
                .because(
                        "ポート25はサーバーどうしの受け渡し用で、ここからほかへは送れません。メールソフトの送信ポートを 587（STARTTLS）か"
                                + " 465（SSL/TLS）に変え、SMTP認証を使ってください。"
                                + (sure ? "" : "心当たりがない場合は、だれかがアドレスをかたったものです。送られてはいません。"),
                        "Port 25 is for servers, and nothing goes elsewhere from it. Set the mail program to 587"
                                + " (STARTTLS) or 465 (SSL/TLS), with authentication."
                                + (sure ? "" : " If this was not you, somebody forged the address; nothing was sent."))
                .only(sure ? Outcome.CAUSE : Outcome.SUSPICIOUS);
    }
}
