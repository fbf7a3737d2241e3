// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One client of a {@link SinkMx}. Confined to its thread. */
final class SinkSession {
    private final SinkMx sink;
    private final SinkSocket socket;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private final List<String> rcpts = new ArrayList<>();
    private String helo = "";
    private String mail = "";

    SinkSession(SinkMx sink, Socket socket) throws IOException {
        this.sink = sink;
        this.socket = new SinkSocket(socket, sink::read);
    }

    void run() throws IOException {
        if (sink.script().implicitTls()) {
            socket.startTls(sink.script().tls().orElseThrow());
        }
        if (!answer(SinkScript.CONNECT, "220 sink.test ESMTP")) {
            return;
        }
        String line = socket.readLine();
        while (line != null) {
            sink.line(line);
            if (!command(line)) {
                return;
            }
            line = socket.readLine();
        }
    }

    private boolean command(String line) throws IOException {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO" -> hello(line, ehlo());
            case "HELO" -> hello(line, "250 sink.test");
            case "STARTTLS" -> startTls(line);
            case "AUTH" -> answer(line, "235 2.7.0 welcome");
            case "MAIL" -> mail(line);
            case "RCPT" -> rcpt(line);
            case "DATA" -> data(line);
            case "BDAT" -> bdat(line);
            case "RSET" -> {
                reset();
                yield answer(line, "250 2.0.0 forgotten");
            }
            case "QUIT" -> {
                answer(line, "221 2.0.0 bye");
                yield false;
            }
            default -> answer(line, "500 5.5.2 what?");
        };
    }

    private String ehlo() {
        StringBuilder reply = new StringBuilder("250-sink.test\r\n");
        for (String extension : sink.script().extensions()) {
            reply.append("250-").append(extension).append("\r\n");
        }
        if (sink.script().tls().isPresent() && !socket.secure()) {
            reply.append("250-STARTTLS\r\n");
        }
        return reply.append("250 HELP").toString();
    }

    private boolean hello(String line, String reply) throws IOException {
        reset();
        helo = line;
        return answer(line, reply);
    }

    private boolean startTls(String line) throws IOException {
        Optional<Reaction> answer = sink.reaction(line);
        boolean willing = answer.isEmpty()
                || (answer.get() instanceof Reaction.Say say && say.octets().startsWith("220"));
        if (!willing) {
            return react(answer.get());
        }
        socket.send(answer.isPresent() ? ((Reaction.Say) answer.get()).octets() : "220 2.0.0 go ahead\r\n");
        Optional<Reaction> reaction = sink.reaction(SinkScript.HANDSHAKE);
        if (reaction.isPresent()) {
            socket.awaitInput();
            return react(reaction.get());
        }
        socket.startTls(sink.script().tls().orElseThrow(() -> new IOException("no TLS in the script")));
        reset();
        return true;
    }

    private boolean mail(String line) throws IOException {
        Optional<Reaction> reaction = sink.reaction(line);
        if (reaction.isPresent()) {
            return react(reaction.get());
        }
        if (!mail.isEmpty()) {
            return say("503 5.5.1 there is a MAIL already");
        }
        mail = line;
        return say("250 2.1.0 ok");
    }

    private boolean rcpt(String line) throws IOException {
        Optional<Reaction> reaction = sink.reaction(line);
        if (reaction.isPresent()) {
            return react(reaction.get());
        }
        if (mail.isEmpty()) {
            return say("503 5.5.1 MAIL first");
        }
        rcpts.add(line);
        return say("250 2.1.5 ok");
    }

    private boolean data(String line) throws IOException {
        Optional<Reaction> reaction = sink.reaction(line);
        if (reaction.isPresent()) {
            return react(reaction.get());
        }
        if (rcpts.isEmpty()) {
            return say("503 5.5.1 RCPT first");
        }
        say("354 go ahead");
        byte[] wire = socket.readData();
        return message(new ReceivedMail(helo, mail, rcpts, unstuff(wire), wire, false, socket.secure()));
    }

    /** The octets of a chunk are read whatever the answer will be (RFC 3030 §2). */
    private boolean bdat(String line) throws IOException {
        String[] words = line.split(" ", -1);
        byte[] chunk = socket.readOctets(Integer.parseInt(words[1]));
        Optional<Reaction> reaction = sink.reaction(line);
        if (reaction.isPresent()) {
            return react(reaction.get());
        }
        if (rcpts.isEmpty()) {
            return say("503 5.5.1 RCPT first");
        }
        chunks.write(chunk);
        if (words.length < 3) {
            return say("250 2.0.0 more");
        }
        byte[] octets = chunks.toByteArray();
        return message(new ReceivedMail(helo, mail, rcpts, octets, octets, true, socket.secure()));
    }

    private boolean message(ReceivedMail whole) throws IOException {
        Optional<Reaction> reaction = sink.reaction(SinkScript.MESSAGE);
        reset();
        if (reaction.isPresent()) {
            boolean taken =
                    reaction.get() instanceof Reaction.Say say && say.octets().startsWith("250");
            if (taken) {
                sink.take(whole);
            }
            return react(reaction.get());
        }
        sink.take(whole);
        return say("250 2.0.0 taken");
    }

    private void reset() {
        mail = "";
        rcpts.clear();
        chunks.reset();
    }

    private boolean answer(String event, String usual) throws IOException {
        Optional<Reaction> reaction = sink.reaction(event);
        return reaction.isPresent() ? react(reaction.get()) : say(usual);
    }

    private boolean say(String reply) throws IOException {
        socket.send(reply + "\r\n");
        return true;
    }

    /** @return whether the session goes on */
    private boolean react(Reaction reaction) throws IOException {
        switch (reaction) {
            case Reaction.Say say -> {
                socket.send(say.octets());
                return true;
            }
            case Reaction.SayLate late -> {
                pause(late.pause());
                socket.send(late.octets());
                return true;
            }
            case Reaction.SayAndHang say -> {
                socket.send(say.octets());
                sink.awaitClose();
            }
            case Reaction.SayAndDrop say -> socket.send(say.octets());
            case Reaction.Hang _ -> socket.drain();
            case Reaction.Trickle trickle -> trickle(trickle);
            case Reaction.Endless endless -> endless(endless);
        }
        return false;
    }

    private void trickle(Reaction.Trickle trickle) throws IOException {
        for (char octet : trickle.octets().toCharArray()) {
            socket.send(String.valueOf(octet));
            pause(trickle.pause());
        }
        socket.drain();
    }

    private static void pause(Duration pause) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EOFException();
        }
    }

    private void endless(Reaction.Endless endless) throws IOException {
        while (true) {
            socket.send(endless.octets());
        }
    }

    private static byte[] unstuff(byte[] wire) {
        String text = new String(wire, 0, wire.length - 3, StandardCharsets.ISO_8859_1);
        String plain = (text.startsWith(".") ? text.substring(1) : text).replace("\r\n.", "\r\n");
        return plain.getBytes(StandardCharsets.ISO_8859_1);
    }
}
