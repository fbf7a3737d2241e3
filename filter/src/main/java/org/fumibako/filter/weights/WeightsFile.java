// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

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
 * {@link Weights} as a file: a mark, numbers of messages, how sums become points, 12 octets a token, a checksum (CRC-32). It is written
 * beside and put in place whole, so a crash leaves the old one.
 */
final class WeightsFile {
    private static final int MARK = 0x46424b32;

    /** Tokens of a file that are read: 48 MB of them, of which no operator has need. */
    private static final int MAX_TOKENS = 4_000_000;

    private WeightsFile() {}

    static void write(Weights weights, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), 65_536);
            CheckedOutputStream checked = new CheckedOutputStream(buffered, new CRC32());
            DataOutputStream out = new DataOutputStream(checked);
            write(weights, out);
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Weights weights, DataOutputStream out) throws IOException {
        if (weights.size() > MAX_TOKENS) {
            throw new IOException("more than " + MAX_TOKENS + " different words: learn from fewer messages");
        }
        out.writeInt(MARK);
        out.writeInt(weights.spam());
        out.writeInt(weights.ham());
        out.writeDouble(weights.fit().bias());
        out.writeDouble(weights.fit().unit());
        out.writeInt(weights.size());
        for (long token : weights.table().tokens()) {
            out.writeLong(token);
            out.writeFloat(weights.table().of(token));
        }
    }

    /** @throws IOException also when it is damaged */
    static Weights read(Path file) throws IOException {
        CheckedInputStream checked =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 65_536), new CRC32());
        try (DataInputStream in = new DataInputStream(checked)) {
            if (in.readInt() != MARK) {
                throw new IOException(file + " holds no words of the spam filter, or those of an older version");
            }
            Weights weights = read(in, file);
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw damaged(file);
            }
            return weights;
        }
    }

    private static Weights read(DataInputStream in, Path file) throws IOException {
        int spam = in.readInt();
        int ham = in.readInt();
        double bias = in.readDouble();
        double unit = in.readDouble();
        int size = in.readInt();
        if (size < 0 || size > MAX_TOKENS || !(unit > 0)) {
            throw damaged(file);
        }
        Table table = new Table(size);
        for (int i = 0; i < size; i++) {
            long token = in.readLong();
            float weight = in.readFloat();
            if (token == 0) {
                throw damaged(file);
            }
            table.put(token, weight);
        }
        return new Weights(table, new Weights.Fit(bias, unit), spam, ham);
    }

    private static IOException damaged(Path file) {
        return new IOException(file + " is damaged");
    }
}
