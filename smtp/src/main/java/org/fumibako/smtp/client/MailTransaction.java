// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumibako.model.SmtpReply;
import org.fumibako.smtp.client.wire.Capabilities;
import org.fumibako.smtp.client.wire.DotStuffing;

/**
 * One MAIL, its recipients and the message. Where the server offers PIPELINING everything up to DATA goes in one write
 * (RFC 2920); the octets of the message never go before a recipient was accepted, since a server that does not know what they
 * belong to might read them as commands.
 *
 * <p>BDAT is preferred to DATA: it counts octets, so that no two servers can disagree about where the message ends.
 */
final class MailTransaction {
    private static final int START_INPUT = 354;

    /** Too many recipients: insufficient storage in the RFC's words (RFC 5321 §4.5.3.1.10). */
    private static final int INSUFFICIENT = 452;

    private static final int EXCEEDED = 552;

    /** What a server says to a command that it does not know or does not have (RFC 5321 §4.2.4). */
    private static final Set<Integer> UNKNOWN = Set.of(500, 502, 504);

    private final ClientSession session;
    private final Dialogue dialogue;
    private final Capabilities offered;
    private final EnvelopeCommands commands;
    private final Passage.Open passage;
    private final Progress progress;
    private final List<Recipient> accepted = new ArrayList<>();
    private final List<Recipient> tooMany = new ArrayList<>();

    MailTransaction(ClientSession session, Transmission transmission, Passage.Open passage, Progress progress) {
        this.session = session;
        this.dialogue = session.dialogue();
        this.offered = session.capabilities();
        this.commands = new EnvelopeCommands(transmission, offered);
        this.passage = passage;
        this.progress = progress;
    }

    /**
     * Carries it out for a batch; the outcomes go into the delivery's progress.
     *
     * @return recipients that the server had no room for, although it took others: they go in the next transaction
     * @throws DialogueException when the session is of no use any more
     */
    List<Recipient> run(List<Recipient> batch) throws DialogueException {
        if (offered.pipelining()) {
            pipelined(batch);
        } else {
            stepwise(batch);
        }
        return tooMany;
    }

    private void pipelined(List<Recipient> batch) throws DialogueException {
        boolean reset = session.begin();
        if (reset) {
            dialogue.write(Stage.MAIL, "RSET");
        }
        dialogue.write(Stage.MAIL, commands.mail(passage));
        for (Recipient recipient : batch) {
            dialogue.write(Stage.RCPT, commands.rcpt(recipient));
        }
        if (!offered.chunking()) {
            dialogue.write(Stage.DATA, "DATA");
        }
        dialogue.flush(Stage.MAIL);
        if (reset) {
            dialogue.reply(Stage.MAIL);
        }
        boolean willing = sender(batch, dialogue.reply(Stage.MAIL));
        for (Recipient recipient : batch) {
            SmtpReply reply = dialogue.reply(Stage.RCPT);
            if (willing) {
                recipient(recipient, reply);
            }
        }
        if (!offered.chunking()) {
            data(dialogue.reply(Stage.DATA));
        } else if (!accepted.isEmpty()) {
            bdat();
        }
    }

    private void stepwise(List<Recipient> batch) throws DialogueException {
        if (session.begin()) {
            dialogue.command(Stage.MAIL, "RSET");
        }
        if (!sender(batch, dialogue.command(Stage.MAIL, commands.mail(passage)))) {
            return;
        }
        for (Recipient recipient : batch) {
            recipient(recipient, dialogue.command(Stage.RCPT, commands.rcpt(recipient)));
        }
        if (accepted.isEmpty()) {
            return;
        }
        if (offered.chunking()) {
            bdat();
        } else {
            data(dialogue.command(Stage.DATA, "DATA"));
        }
    }

    private boolean sender(List<Recipient> batch, SmtpReply reply) {
        if (isOk(reply)) {
            return true;
        }
        batch.forEach(recipient -> turnedDown(recipient, Stage.MAIL, reply));
        return false;
    }

    private void recipient(Recipient recipient, SmtpReply reply) {
        if (isOk(reply)) {
            accepted.add(recipient);
        } else if (!accepted.isEmpty() && meansTooMany(reply)) {
            tooMany.add(recipient);
        } else {
            turnedDown(recipient, Stage.RCPT, reply);
        }
    }

    private static boolean meansTooMany(SmtpReply reply) {
        return reply.status()
                .map(status -> (reply.code() == INSUFFICIENT || reply.code() == EXCEEDED)
                        && status.subject() == 5
                        && status.detail() == 3)
                .orElse(reply.code() == INSUFFICIENT);
    }

    private void data(SmtpReply reply) throws DialogueException {
        if (reply.code() == START_INPUT) {
            // With no recipient left there is only the dot, which the server must refuse (RFC 2920 §3.1).
            boolean wanted = !accepted.isEmpty();
            dialogue.send(Stage.DATA, out -> {
                if (wanted) {
                    passage.message().writeTo(new DotStuffing(out), true);
                }
                out.ascii(".").crlf().flush();
            });
            conclude();
        } else {
            accepted.forEach(recipient -> turnedDown(recipient, Stage.DATA, reply));
        }
    }

    private void bdat() throws DialogueException {
        dialogue.send(Stage.DATA, out -> {
            out.ascii("BDAT " + passage.size() + " LAST").crlf();
            passage.message().writeTo(out, passage.mendLines());
            out.flush();
        });
        conclude();
    }

    private void conclude() throws DialogueException {
        SmtpReply reply;
        try {
            reply = dialogue.reply(Stage.END_OF_DATA);
        } catch (DialogueException e) {
            if (e.attempt().reply().isEmpty()) {
                // The server may have taken it: trying the next one at once would all but ask for a duplicate.
                accepted.forEach(recipient -> progress.settle(recipient, new Outcome.Deferred(e.attempt())));
            }
            throw e;
        }
        if (offered.chunking() && UNKNOWN.contains(reply.code())) {
            throw new ChunkingRefusedException(Attempt.later(dialogue.host(), Stage.END_OF_DATA, "4.5.1", reply));
        }
        if (isOk(reply) || !offered.chunking()) {
            // RFC 3030 §2: after a BDAT that failed nothing but RSET is sure to clear the transaction.
            session.finished();
        }
        for (Recipient recipient : accepted) {
            if (isOk(reply)) {
                Attempt attempt = Attempt.replied(dialogue.host(), Stage.END_OF_DATA, reply);
                progress.settle(recipient, new Outcome.Delivered(attempt, offered.dsn()));
            } else {
                turnedDown(recipient, Stage.END_OF_DATA, reply);
            }
        }
    }

    private void turnedDown(Recipient recipient, Stage stage, SmtpReply reply) {
        if (reply.isPermanent()) {
            progress.settle(recipient, new Outcome.Refused(Attempt.replied(dialogue.host(), stage, reply)));
        } else if (reply.isTransient()) {
            progress.postpone(recipient, new Outcome.Deferred(Attempt.replied(dialogue.host(), stage, reply)));
        } else {
            // A code that has no meaning here (RFC 5321 §4.3.2).
            progress.postpone(recipient, new Outcome.Deferred(Attempt.later(dialogue.host(), stage, "4.5.0", reply)));
        }
    }

    private static boolean isOk(SmtpReply reply) {
        return reply.code() / 100 == 2;
    }
}
