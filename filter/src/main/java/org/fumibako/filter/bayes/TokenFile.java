// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A {@link TokenTable} as a file: a mark, numbers of messages and tokens, 16 octets a token, a checksum (CRC-32). It is written beside and
 * put in place whole, so a crash leaves the old one.
 */
final class TokenFile {
    private static final int MARK = 0x46424b31;

    /** Tokens of a file that are read: 64 MB of them, of which no operator has need. */
    private static final int MAX_TOKENS = 4_000_000;

    private TokenFile() {}

    static void write(TokenTable table, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), 65_536);
            CheckedOutputStream checked = new CheckedOutputStream(buffered, new CRC32());
            DataOutputStream out = new DataOutputStream(checked);
            write(table, out);
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(TokenTable table, DataOutputStream out) throws IOException {
        if (table.size() > MAX_TOKENS) {
            throw new IOException("more than " + MAX_TOKENS + " different words: learn from fewer messages");
        }
        out.writeInt(MARK);
        out.writeInt(table.spam());
        out.writeInt(table.ham());
        out.writeInt(table.size());
        for (long token : table.tokens()) {
            out.writeLong(token);
            out.writeLong(table.of(token));
        }
    }

    /** @throws IOException also when it is damaged */
    static TokenTable read(Path file) throws IOException {
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 65_536), new CRC32());
        try (DataInputStream in = new DataInputStream(checked)) {
            if (in.readInt() != MARK) {
                throw new IOException(file + " holds no words of the spam filter");
            }
            int spam = in.readInt();
            int ham = in.readInt();
            int size = in.readInt();
            if (size < 0 || size > MAX_TOKENS) {
                throw new IOException(file + " is damaged");
            }
            TokenTable table = new TokenTable(size);
            table.messages(spam, ham);
            for (int i = 0; i < size; i++) {
                long token = in.readLong();
                long counts = in.readLong();
                table.add(token, Counts.spamOf(counts), Counts.hamOf(counts));
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new IOException(file + " is damaged");
            }
            return table;
        }
    }
}
