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
import org.fumibako.imap.wire.MailboxCommand;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.UidSet;
import org.fumibako.net.Spool;
import org.fumibako.store.Append;
import org.fumibako.store.Mailbox;
import org.fumibako.store.MessageStore;

/**
 * APPEND (RFC 9051 §6.3.12) of one or several messages (RFC 3502): all of them are kept, or none. What can be refused is refused
 * before the client sends the octets.
 */
final class AppendHandler implements CommandHandler<MailboxCommand.Append> {
    /** Octets of one command's messages that stay in memory; the others go through temporary files. */
    private static final int MEMORY = 256 << 10;

    private final MessageStore store;
    private final QuotaWriter quotas;
    private final Clock clock;
    private final Limits limits;

    AppendHandler(MessageStore store, QuotaWriter quotas, Clock clock, Limits limits) {
        this.store = store;
        this.quotas = quotas;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What one APPEND may bring.
     *
     * @param message the largest message (RFC 7889)
     * @param spool where messages wait until they are complete
     */
    record Limits(ByteSize message, Path spool) {}

    @Override
    public Completion handle(MailboxCommand.Append command, Session session)
            throws IOException, CommandException, SyntaxException {
        Mailbox mailbox = new Mailboxes(store).destination(command.mailbox(), session);
        ByteSize limit = quotas.limit(session);
        List<Spool> spools = new ArrayList<>();
        try {
            List<Append> appends = new ArrayList<>();
            long octets = 0;
            for (Optional<AppendMessage> next = next(session); next.isPresent(); next = next(session)) {
                AppendMessage message = next.get();
                check(message.size(), octets, limit, session);
                Spool spool = new Spool(
                        limits.spool(),
                        (int) Math.max(0, MEMORY - octets),
                        limits.message().bytes());
                spools.add(spool);
                session.reader().transferMessage(spool);
                octets += message.size();
                appends.add(append(message, spool.content(), mailbox, limit, session));
            }
            return completion(store.append(appends, true));
        } finally {
            for (Spool spool : spools) {
                spool.close();
            }
        }
    }

    private static Optional<AppendMessage> next(Session session) throws IOException, SyntaxException, CommandException {
        return session.reader().nextMessage();
    }

    private void check(long size, long octetsBefore, ByteSize limit, Session session) throws CommandException {
        if (size > limits.message().bytes()) {
            throw new CommandException(
                    ResponseCode.TOOBIG,
                    "A message has at most " + limits.message().bytes() + " octets");
        }
        if (size == 0) {
            // RFC 3502 §3: an empty message is how a client takes an APPEND back.
            throw new CommandException(Optional.empty(), "An empty message is not kept");
        }
        boolean large = size + octetsBefore > MEMORY;
        if (large && store.usage(session.account().id()).size().bytes() + octetsBefore + size > limit.bytes()) {
            throw overQuota();
        }
    }

    private Append append(AppendMessage message, Content content, Mailbox mailbox, ByteSize limit, Session session)
            throws IOException {
        Instant date = message.date().orElseGet(clock::instant);
        Append.Filing filing =
                new Append.Filing(mailbox.account(), mailbox.id(), message.flags(), date, limit, Optional.empty());
        return new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), session.origin());
    }

    private static Completion completion(List<List<Append.Outcome>> outcomes) throws CommandException {
        long uidValidity = 0;
        long[] uids = new long[outcomes.size()];
        for (int i = 0; i < uids.length; i++) {
            switch (outcomes.get(i).getFirst()) {
                case Append.Outcome.Filed filed -> {
                    uidValidity = filed.uidValidity();
                    uids[i] = filed.uid();
                }
                case Append.Outcome.OverQuota _ -> throw overQuota();
                case Append.Outcome.NoMailbox _ ->
                    throw new CommandException(ResponseCode.TRYCREATE, "The mailbox was deleted");
                case Append.Outcome.Withdrawn _ -> {
                    // Another message of the same command says why.
                }
            }
        }
        return Completion.of(ResponseCode.appendUid(uidValidity, UidSet.of(uids)), "Append done");
    }

    private static CommandException overQuota() {
        return new CommandException(ResponseCode.OVERQUOTA, "The mailbox is full");
    }
}
