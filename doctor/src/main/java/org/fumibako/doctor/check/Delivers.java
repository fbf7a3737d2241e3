// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.Inbound;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;
import org.fumibako.journal.Origin;
import org.fumibako.model.Content;
import org.fumibako.model.SmtpReply;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/**
 * Whether a message gets into the mailbox right now: a real one, through the steps that all mail takes here, filed in Trash so that no
 * telephone rings, and removed again at once.
 */
public final class Delivers implements Check {
    private static final Origin ORIGIN = Origin.system("doctor");

    private final Inbound inbound;
    private final MessageStore store;

    /** @param inbound without forwarding: a probe must not leave the house */
    public Delivers(Inbound inbound, MessageStore store) {
        this.inbound = inbound;
        this.store = store;
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
        String id = "<" + UUID.randomUUID() + ".doctor@"
                + patient.address().domain().ascii() + ">";
        SmtpReply reply = inbound.deliver(new Arrival(
                new Envelope(Optional.empty(), List.of(new Envelope.Recipient(patient.address(), List.of(account)))),
                Content.of(message(patient, id)),
                new Arrival.Trace(Optional.empty(), "LOCAL", "doctor"),
                ORIGIN,
                SpecialUse.TRASH,
                Arrival.Form.PLAIN));
        boolean removed = reply.code() < 300 && remove(account, id);
        Finding finding = reply.code() < 300
                ? Finding.fine("いま受信できます", "Mail is received now")
                        .because(
                                removed ? "試験用のメールを1通届け、すぐに消しました。" : "試験用のメールを1通、ごみ箱に届けました。",
                                removed
                                        ? "A test message was delivered and removed again."
                                        : "A test message was delivered; it is in the Trash.")
                : Finding.cause("いま受信できません", "Mail cannot be received now")
                        .because(
                                "試験用のメールが受信できませんでした。下の応答が、送信元に返っているものです。",
                                "A test message was refused. The answer below is what senders get.");
        return finding.with(new Evidence(new Phrase("応答", "Answer"), Raw.reply(reply)));
    }

    private static byte[] message(Patient patient, String id) {
        return ("From: <" + patient.address() + ">\r\nTo: <" + patient.address() + ">\r\nSubject: Mail doctor probe\r\n"
                        + "Message-ID: " + id + "\r\nAuto-Submitted: auto-generated\r\n"
                        + "Content-Type: text/plain; charset=us-ascii\r\n\r\nThe mail doctor put this here and takes it away.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By its own id, so that nothing of the account's can be taken for it; somebody may have moved mail there meanwhile. */
    private boolean remove(Account account, String id) {
        try {
            Mailbox trash = store.mailbox(account.id(), SpecialUse.TRASH);
            MailboxSnapshot snapshot = store.snapshot(account.id(), trash.id());
            for (int i = snapshot.size() - 1; i >= Math.max(0, snapshot.size() - LOOK_BACK); i--) {
                if (isProbe(account, snapshot.contentId(i), id)) {
                    store.expunge(account.id(), trash.id(), UidSet.of(snapshot.uid(i)), false, ORIGIN);
                    return true;
                }
            }
            return false;
        } catch (MailboxException gone) {
            return false;
        }
    }

    private static final int LOOK_BACK = 20;

    private boolean isProbe(Account account, long contentId, String id) {
        try (Content content = store.content(account.id(), contentId)) {
            return content.size() < MAX_PROBE
                    && new String(content.bytes(), StandardCharsets.ISO_8859_1).contains("Message-ID: " + id);
        } catch (java.io.IOException unreadable) {
            return false;
        }
    }

    private static final int MAX_PROBE = 4_000;
}
