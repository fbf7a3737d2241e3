// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.fumibako.model.SmtpReply;
import org.fumibako.net.Connection;
import org.fumibako.net.TooLargeException;
import org.fumibako.smtp.server.wire.DataReader;
import org.fumibako.smtp.server.wire.ReplyWriter;
import org.fumibako.smtp.server.wire.SmtpCommand;
import org.fumibako.smtp.server.wire.SmtpCommandReader;
import org.fumibako.smtp.server.wire.SmtpLine;
import org.fumibako.smtp.server.wire.SmtpSyntaxException;
import org.jspecify.annotations.Nullable;

/** One client of a simulated server, from the greeting to the end, on the thread of its connection. */
final class Visit {
    /** How long a client may keep silent, and how long it is met with silence. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection connection;
    private final Host host;
    private final Doorkeeper doorkeeper;
    private final Reception reception;
    private final Path spool;
    private final ReplyWriter replies;
    private String helo = "";
    private @Nullable Parcel parcel;
    private boolean over;

    /** @param spool where a message is while it comes in */
    Visit(Connection connection, Host host, Doorkeeper doorkeeper, Reception reception, Path spool) {
        this.connection = connection;
        this.host = host;
        this.doorkeeper = doorkeeper;
        this.reception = reception;
        this.spool = spool;
        this.replies = new ReplyWriter(connection.out());
    }

    void run() throws IOException {
        connection.readTimeout(PATIENCE);
        try {
            perform(greeting());
            while (!over) {
                turn();
            }
            connection.out().flush();
        } finally {
            forget();
        }
    }

    private Reaction greeting() {
        if (host.is(Trait.SILENT_AT_CONNECT)) {
            return new Reaction.Silence();
        }
        return host.is(Trait.CLOSED)
                ? new Reaction.SayAndLeave(SmtpReply.of(421, "4.3.2", host.name() + " takes no mail just now"))
                : new Reaction.Say(SmtpReply.of(220, host.name() + " ESMTP of a simulated Internet"));
    }

    private void turn() throws IOException {
        if (!connection.in().buffered()) {
            connection.out().flush();
        }
        byte[] line = connection.in().readLine(SmtpLine.MAX_COMMAND);
        if (line == null) {
            over = true;
            return;
        }
        try {
            perform(react(SmtpCommandReader.read(line)));
        } catch (SmtpSyntaxException notACommand) {
            replies.write(notACommand.reply());
            over = notACommand.endsSession();
        } catch (TooLargeException tooLarge) {
            perform(new Reaction.SayAndLeave(SmtpReply.of(552, "5.3.4", "The message is too large")));
        }
    }

    private Reaction react(SmtpCommand command) throws IOException {
        return switch (command) {
            case SmtpCommand.Ehlo ehlo -> hello(ehlo.name(), Greeting.extensions(host, connection.tlsAvailable()));
            case SmtpCommand.Helo greeting -> hello(greeting.name(), "");
            case SmtpCommand.StartTls _ -> startTls();
            case SmtpCommand.Mail mail -> mail(mail);
            case SmtpCommand.Rcpt rcpt -> rcpt(rcpt);
            case SmtpCommand.Data _ -> data();
            case SmtpCommand.Bdat bdat -> bdat(bdat);
            case SmtpCommand.Rset _ -> {
                forget();
                yield Reaction.say(250, "2.0.0", "OK");
            }
            case SmtpCommand.Noop _ -> Reaction.say(250, "2.0.0", "OK");
            case SmtpCommand.Quit _ -> new Reaction.SayAndLeave(SmtpReply.of(221, "2.0.0", "Bye"));
            case SmtpCommand.Lhlo _,
                    SmtpCommand.Auth _,
                    SmtpCommand.Vrfy _,
                    SmtpCommand.Expn _,
                    SmtpCommand.Help _,
                    SmtpCommand.NotOffered _,
                    SmtpCommand.Foreign _ -> Reaction.say(502, "5.5.1", "Not here");
        };
    }

    private Reaction hello(String name, String extensions) throws IOException {
        forget();
        helo = name;
        return host.is(Trait.SILENT_AT_EHLO)
                ? new Reaction.Silence()
                : new Reaction.Say(SmtpReply.of(250, host.name() + extensions));
    }

    private Reaction startTls() throws IOException {
        if (!connection.tlsAvailable()) {
            return Reaction.say(502, "5.5.1", "There is no TLS here");
        }
        replies.write(SmtpReply.of(220, "2.0.0", "Go ahead"));
        if (!host.is(Trait.SILENT_AT_TLS)) {
            forget();
            connection.startTls();
            return new Reaction.Nothing();
        }
        return new Reaction.Silence();
    }

    private Reaction mail(SmtpCommand.Mail mail) throws IOException {
        Optional<Reaction> obstacle = doorkeeper.sender(connection.secure());
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        forget();
        parcel = new Parcel(mail.sender(), spool);
        return Reaction.say(250, "2.1.0", "OK");
    }

    private Reaction rcpt(SmtpCommand.Rcpt rcpt) {
        Parcel open = parcel;
        if (open == null || rcpt.recipient().isEmpty()) {
            return Reaction.say(503, "5.5.1", "MAIL first, and an address");
        }
        Optional<Reaction> obstacle =
                doorkeeper.recipient(open, rcpt.recipient().get());
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        open.add(rcpt.recipient().get());
        return Reaction.say(250, "2.1.5", "OK");
    }

    private Reaction data() throws IOException {
        Parcel open = parcel;
        if (open == null || open.recipients().isEmpty()) {
            return Reaction.say(503, "5.5.1", "RCPT first");
        }
        if (open.anyone(Ending.HANG_DATA)) {
            return new Reaction.Silence();
        }
        replies.write(SmtpReply.of(354, "Go ahead"));
        connection.out().flush();
        new DataReader(connection.in()).readData(open.spool(), _ -> {});
        return take(open);
    }

    /** The octets of a chunk are read whatever the answer will be (RFC 3030 §2). */
    private Reaction bdat(SmtpCommand.Bdat chunk) throws IOException {
        Parcel open = parcel == null ? new Parcel(Optional.empty(), spool) : parcel;
        new DataReader(connection.in()).readChunk(chunk.size(), open.spool(), _ -> {});
        if (open.recipients().isEmpty()) {
            open.close();
            return Reaction.say(503, "5.5.1", "RCPT first");
        }
        if (open.anyone(Ending.HANG_DATA)) {
            return new Reaction.Silence();
        }
        return chunk.last() ? take(open) : Reaction.say(250, "2.0.0", "OK");
    }

    private Reaction take(Parcel whole) throws IOException {
        try {
            return reception.receive(whole, connection, helo);
        } finally {
            forget();
        }
    }

    private void forget() throws IOException {
        if (parcel != null) {
            parcel.close();
            parcel = null;
        }
    }

    private void perform(Reaction reaction) throws IOException {
        switch (reaction) {
            case Reaction.Nothing _ -> {}
            case Reaction.Say say -> replies.write(say.reply());
            case Reaction.SayAndLeave say -> {
                replies.write(say.reply());
                over = true;
            }
            case Reaction.Silence _ -> {
                connection.out().flush();
                listen();
                over = true;
            }
            case Reaction.Leave _ -> {
                connection.close();
                over = true;
            }
        }
    }

    /** Until the client gives up, or the server closes. */
    private void listen() throws IOException {
        boolean there = true;
        while (there) {
            connection.in().consume(connection.in().limit() - connection.in().position());
            there = connection.in().fill();
        }
    }
}
