// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.filter.Reason;

/** SpamAssassin's daemon, asked by {@code SYMBOLS} of its protocol (SPAMC 1.5): the score, and the names of what it found. */
public final class Spamd implements Scanner {
    /** What SpamAssassin's own client sends at most; larger messages are hardly ever spam, and take it minutes. */
    private static final long MAX_MESSAGE = 512_000;

    private static final int MAX_ANSWER = 65_536;
    private static final Pattern OK = Pattern.compile("SPAMD/[0-9.]+ 0 .*", Pattern.DOTALL);
    private static final Pattern SPAM =
            Pattern.compile("(?im)^Spam: *\\w+ *; *(-?[0-9]+(?:\\.[0-9]+)?) */ *([0-9]+(?:\\.[0-9]+)?)");

    private final Door door;

    public Spamd(Door door) {
        this.door = door;
    }

    @Override
    public String name() {
        return "spamassassin";
    }

    @Override
    public boolean judgesSpam() {
        return true;
    }

    @Override
    public List<Reason> scan(Suspect suspect) throws IOException {
        long length = Math.min(MAX_MESSAGE, suspect.message().size());
        try (SocketChannel channel = door.open();
                InputStream message = suspect.message().open(0, length)) {
            Door.write(channel, "SYMBOLS SPAMC/1.5\r\nContent-length: " + length + "\r\n\r\n");
            Door.copy(message, channel);
            channel.shutdownOutput();
            return reasons(Door.readAll(channel, MAX_ANSWER));
        }
    }

    private List<Reason> reasons(String answer) throws IOException {
        Matcher spam = SPAM.matcher(answer);
        if (!OK.matcher(answer).matches() || !spam.find()) {
            throw new IOException("it answered: " + Texts.word(answer));
        }
        double required = Double.parseDouble(spam.group(2));
        if (required <= 0) {
            throw new IOException("it calls everything spam (required score " + required + ")");
        }
        int body = answer.indexOf("\r\n\r\n");
        String tests = body < 0 ? "" : answer.substring(body + 4).strip();
        return Points.of(name(), Double.parseDouble(spam.group(1)), required, tests);
    }
}
