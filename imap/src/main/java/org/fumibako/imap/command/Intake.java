// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumibako.imap.wire.AppendMessage;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.Rights;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Flags;
import org.fumibako.net.Spool;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/** Takes the messages that one APPEND or REPLACE brings. What can be refused is refused before the client sends the octets. */
final class Intake implements AutoCloseable {
    /** Octets of one command's messages that stay in memory; the others go through temporary files. */
    private static final int MEMORY = 256 << 10;

    private final Rules rules;
    private final Session session;
    private final Target target;
    private final List<Spool> spools = new ArrayList<>();
    private final List<Append> appends = new ArrayList<>();
    private long octets;

    Intake(Rules rules, Session session, Target target) {
        this.rules = rules;
        this.session = session;
        this.target = target;
    }

    /**
     * Where the messages go.
     *
     * @param rights what the session may do there
     * @param limit what the account of the mailbox may hold
     */
    record Target(Mailbox mailbox, Rights rights, ByteSize limit) {}

    /**
     * What all commands go by.
     *
     * @param message the largest message (RFC 7889)
     * @param spool where messages wait until they are complete
     */
    record Rules(MessageStore store, Clock clock, ByteSize message, Path spool) {}

    /** Takes the next message; false when there is none. */
    boolean next() throws IOException, SyntaxException, CommandException {
        Optional<AppendMessage> next = session.reader().nextMessage();
        if (next.isEmpty()) {
            return false;
        }
        AppendMessage message = next.get();
        check(message.size());
        Spool spool = new Spool(
                rules.spool(),
                (int) Math.max(0, MEMORY - octets),
                rules.message().bytes());
        spools.add(spool);
        session.reader().transferMessage(spool);
        octets += message.size();
        appends.add(append(message, spool));
        return true;
    }

    /** The messages taken so far; their octets are there until {@link #close}. */
    List<Append> appends() {
        return appends;
    }

    static CommandException overQuota() {
        return new CommandException(ResponseCode.OVERQUOTA, "The mailbox is full");
    }

    private void check(long size) throws CommandException {
        if (size > rules.message().bytes()) {
            throw new CommandException(
                    ResponseCode.TOOBIG,
                    "A message has at most " + rules.message().bytes() + " octets");
        }
        if (size == 0) {
            // RFC 3502 §3: an empty message is how a client takes an APPEND back.
            throw new CommandException(Optional.empty(), "An empty message is not kept");
        }
        if (size + octets > MEMORY && used() + octets + size > target.limit().bytes()) {
            throw overQuota();
        }
    }

    private long used() {
        return rules.store().usage(target.mailbox().account()).size().bytes();
    }

    private Append append(AppendMessage message, Spool spool) throws IOException {
        Instant date = message.date().orElseGet(rules.clock()::instant);
        Mailbox mailbox = target.mailbox();
        Flags flags = Permitted.of(message.flags(), target.rights());
        Append.Filing filing =
                new Append.Filing(mailbox.account(), mailbox.id(), flags, date, target.limit(), Optional.empty());
        MessageSummary summary = MessageSummary.of(spool.content());
        return new Append(spool.content(), summary, List.of(filing), Optional.empty(), session.origin());
    }

    @Override
    public void close() throws IOException {
        for (Spool spool : spools) {
            spool.close();
        }
    }
}
