// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fumibako.delivery.Arrival;
import org.fumibako.delivery.Envelope;
import org.fumibako.delivery.Inbound;
import org.fumibako.journal.Origin;
import org.fumibako.model.Content;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;
import org.fumibako.model.SpecialUse;
import org.fumibako.model.UidSet;
import org.fumibako.registry.Account;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MailboxSnapshot;
import org.fumibako.store.MessageStore;

/**
 * A real message from an account to itself, through the steps that all mail takes here, filed in Trash so that no telephone rings, and
 * removed again at once.
 */
public final class Probe {
    private static final Origin ORIGIN = Origin.system("doctor");
    private static final int LOOK_BACK = 20;

    /** With signatures on top. */
    private static final int MAX_SIZE = 16_000;

    private final Inbound inbound;
    private final MessageStore store;

    /** @param inbound without forwarding: a probe must not leave the house */
    public Probe(Inbound inbound, MessageStore store) {
        this.inbound = inbound;
        this.store = store;
    }

    /** A message before it is sent. */
    record Letter(String id, byte[] octets) {
        static Letter from(EmailAddress address) {
            String id = "<" + UUID.randomUUID() + ".doctor@" + address.domain().ascii() + ">";
            String text = "From: <" + address + ">\r\nTo: <" + address + ">\r\nSubject: Mail doctor probe\r\n"
                    + "Message-ID: " + id + "\r\nAuto-Submitted: auto-generated\r\n"
                    + "Content-Type: text/plain; charset=us-ascii\r\n\r\n"
                    + "The mail doctor put this here and takes it away.\r\n";
            return new Letter(id, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What came of it. */
    record Result(SmtpReply reply, boolean removed) {
        boolean taken() {
            return reply.code() < 300;
        }
    }

    /** @param content of the letter, as it leaves: with signatures, or without */
    Result deliver(Account account, EmailAddress to, Letter letter, Content content) {
        SmtpReply reply = inbound.deliver(new Arrival(
                new Envelope(Optional.empty(), List.of(new Envelope.Recipient(to, List.of(account)))),
                content,
                new Arrival.Trace(Optional.empty(), "LOCAL", "doctor"),
                ORIGIN,
                SpecialUse.TRASH,
                Arrival.Form.PLAIN));
        return new Result(reply, reply.code() < 300 && remove(account, letter.id()));
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

    private boolean isProbe(Account account, long contentId, String id) {
        try (Content content = store.content(account.id(), contentId)) {
            return content.size() < MAX_SIZE
                    && new String(content.bytes(), StandardCharsets.ISO_8859_1).contains("Message-ID: " + id);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
