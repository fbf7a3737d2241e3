// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What belongs to a backup. One line a fact; the last line is {@code end} and the CRC-32C of all lines before it.
 *
 * @param made when the copy was made
 * @param host the server's own name
 * @param incarnation whose copy it is: packs of the same name differ between servers
 * @param files what it consists of
 * @param outside files that the server uses but that are not in the copy
 */
record Manifest(Instant made, String host, String incarnation, List<Entry> files, List<String> outside) {
    static final String NAME = "manifest";

    /** Octets in a line: a path of 4,096, which is what Linux takes, and what stands before it. */
    static final int MAX_LINE = 4_200;

    private static final String HEAD = "fumibako-backup 1";

    Manifest {
        files = List.copyOf(files);
        outside = List.copyOf(outside);
    }

    /**
     * A file of the backup.
     *
     * @param path relative to the backup, with {@code /} between names
     * @param length octets that belong to the copy; a pack's file may be longer
     * @param crc their CRC-32C
     */
    record Entry(String path, long length, int crc) {}

    /** The entry for {@code path}, if there is one. */
    Optional<Entry> entry(String path) {
        return files.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** The manifest in {@code backup}; empty when there is none. */
    static Optional<Manifest> read(Path backup) throws IOException, BackupException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(backup.resolve(NAME)))) {
            return Optional.of(new Reader(in).read());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (BackupException damaged) {
            throw new BackupException(backup.resolve(NAME) + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** Puts this in place of the manifest before, in one step. */
    void write(Path backup) throws IOException, BackupException {
        StringBuilder text = new StringBuilder();
        line(text, HEAD);
        line(text, "made " + made);
        line(text, "host " + host);
        line(text, "incarnation " + incarnation);
        for (Entry file : files) {
            line(text, "file " + HexFormat.of().toHexDigits(file.crc()) + " " + file.length() + " " + file.path());
        }
        for (String path : outside) {
            line(text, "outside " + path);
        }
        line(text, "end " + HexFormat.of().toHexDigits(crc(text.toString().getBytes(StandardCharsets.UTF_8))));
        Durable.write(backup.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String line) throws BackupException {
        if (line.indexOf('\n') >= 0 || line.getBytes(StandardCharsets.UTF_8).length > MAX_LINE) {
            throw new BackupException("a manifest cannot name " + line.replace('\n', ' '));
        }
        text.append(line).append('\n');
    }

    private static int crc(byte[] octets) {
        CRC32C crc = new CRC32C();
        crc.update(octets);
        return (int) crc.getValue();
    }

    /** Reads line by line, and believes nothing before the last one. */
    private static final class Reader {
        private final InputStream in;
        private final CRC32C crc = new CRC32C();
        private final List<Entry> files = new ArrayList<>();
        private final List<String> outside = new ArrayList<>();

        Reader(InputStream in) {
            this.in = in;
        }

        Manifest read() throws IOException, BackupException {
            if (!line().equals(HEAD)) {
                throw new BackupException("it is not a manifest of this version");
            }
            String made = value("made", line());
            String host = value("host", line());
            String incarnation = value("incarnation", line());
            int sum = (int) crc.getValue();
            String line = line();
            while (!line.startsWith("end ")) {
                if (line.startsWith("outside ")) {
                    outside.add(value("outside", line));
                } else {
                    files.add(entry(value("file", line)));
                }
                sum = (int) crc.getValue();
                line = line();
            }
            if (!value("end", line).equals(HexFormat.of().toHexDigits(sum)) || in.read() >= 0) {
                throw new BackupException("its checksum does not match");
            }
            try {
                return new Manifest(Instant.parse(made), host, incarnation, files, outside);
            } catch (DateTimeException noTime) {
                throw new BackupException("its time is none", noTime);
            }
        }

        private static Entry entry(String text) throws BackupException {
            String[] parts = text.split(" ", 3);
            try {
                Path path = Path.of(parts[2]);
                boolean within = !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith("..");
                long length = Long.parseLong(parts[1]);
                if (within && length >= 0) {
                    return new Entry(parts[2], length, HexFormat.fromHexDigits(parts[0]));
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException noEntry) {
                throw new BackupException("a line is none: " + text, noEntry);
            }
            throw new BackupException("a line is out of bounds: " + text);
        }

        private static String value(String key, String line) throws BackupException {
            if (!line.startsWith(key + " ")) {
                throw new BackupException("a line does not begin with " + key);
            }
            return line.substring(key.length() + 1);
        }

        private String line() throws IOException, BackupException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(128);
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    throw new BackupException("its end is missing");
                }
                if (line.size() == MAX_LINE) {
                    throw new BackupException("a line is longer than " + MAX_LINE + " octets");
                }
                line.write(octet);
            }
            crc.update(line.toByteArray());
            crc.update('\n');
            return line.toString(StandardCharsets.UTF_8);
        }
    }
}
