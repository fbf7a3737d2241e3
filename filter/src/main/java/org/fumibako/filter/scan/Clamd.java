// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.fumibako.filter.Reason;

/** ClamAV's daemon, asked by {@code INSTREAM} (clamd(8)): chunks of a message, each with its length before it, and an empty one. */
public final class Clamd implements Scanner {
    /** The code of a virus. */
    static final String CODE = "VIRUS";

    /** What clamd takes in a stream unless it is told otherwise (StreamMaxLength is 25 MB in older versions). */
    private static final long MAX_MESSAGE = 25L * 1024 * 1024;

    private static final int CHUNK = 65_536;
    private static final int MAX_ANSWER = 4_096;

    private final Door door;

    public Clamd(Door door) {
        this.door = door;
    }

    @Override
    public String name() {
        return "clamd";
    }

    @Override
    public boolean judgesSpam() {
        return false;
    }

    @Override
    public List<Reason> scan(Suspect suspect) throws IOException {
        long length = Math.min(MAX_MESSAGE, suspect.message().size());
        try (SocketChannel channel = door.open();
                InputStream message = suspect.message().open(0, length)) {
            Door.write(channel, "zINSTREAM\0");
            send(message, channel);
            return reasons(Door.readAll(channel, MAX_ANSWER));
        }
    }

    private static void send(InputStream message, SocketChannel channel) throws IOException {
        byte[] octets = new byte[CHUNK];
        int count = message.readNBytes(octets, 0, CHUNK);
        while (count > 0) {
            ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + count);
            Door.write(channel, chunk.putInt(count).put(octets, 0, count).flip());
            count = message.readNBytes(octets, 0, CHUNK);
        }
        Door.write(channel, ByteBuffer.wrap(new byte[Integer.BYTES]));
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND} or {@code ... ERROR}. */
    private static List<Reason> reasons(String answer) throws IOException {
        String line = answer.strip().replace("\0", "");
        if (line.endsWith(" OK")) {
            return List.of();
        }
        if (!line.endsWith(" FOUND")) {
            throw new IOException("it answered: " + Texts.word(line));
        }
        int colon = line.indexOf(": ");
        String name = Texts.word(line.substring(colon < 0 ? 0 : colon + 2, line.length() - " FOUND".length()));
        return List.of(new Reason(CODE, 1_000, "ウイルスが見つかりました: " + name, "A virus was found: " + name));
    }
}
