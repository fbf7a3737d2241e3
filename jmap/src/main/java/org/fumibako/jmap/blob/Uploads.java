// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumibako.model.AccountId;

/**
 * What clients have uploaded, in a directory of its own, each account's apart (RFC 8620 §6.1). An upload is there for a day, or
 * until its account uploads so much that the oldest make room. Safe for any number of threads.
 */
public final class Uploads {
    /** How long an upload stays; RFC 8620 wants an hour. */
    private static final Duration LIFE = Duration.ofDays(1);

    /** Uploads of one account: the parts of many letters. */
    private static final int MAX_FILES = 1_000;

    private static final int ID_OCTETS = 16;
    private static final int CHUNK = 64 << 10;

    private final Path directory;
    private final long maxSize;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param maxSize octets of one upload; an account may have four times as many in all */
    public Uploads(Path directory, long maxSize, InstantSource clock, SecureRandom random) {
        this.directory = directory;
        this.maxSize = maxSize;
        this.clock = clock;
        this.random = random;
    }

    /** An upload that was taken. */
    public record Taken(String blobId, long size) {}

    /** There are more octets than one upload may have. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long most) {
            super("an upload may have " + most + " octets");
        }
    }

    /** Keeps what the stream has. */
    public Taken take(AccountId account, InputStream in) throws IOException {
        byte[] name = new byte[ID_OCTETS];
        random.nextBytes(name);
        String id = "U" + HexFormat.of().formatHex(name);
        Path folder = Files.createDirectories(folder(account));
        Path file = folder.resolve(id);
        long size;
        try (OutputStream out = Files.newOutputStream(file)) {
            size = copy(in, out);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        tidy(folder, file);
        return new Taken(id, size);
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            size += read;
            if (size > maxSize) {
                throw new TooLargeException(maxSize);
            }
            out.write(chunk, 0, read);
        }
        return size;
    }

    /** An upload of this account; nobody sees another's. */
    Optional<Path> find(AccountId account, String id) {
        boolean formed = id.length() == 1 + 2 * ID_OCTETS
                && id.startsWith("U")
                && id.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return formed ? Optional.of(folder(account).resolve(id)).filter(Files::isRegularFile) : Optional.empty();
    }

    private Path folder(AccountId account) {
        return directory.resolve("A" + account.value());
    }

    private record Kept(Path file, Instant at, long size) {}

    private void tidy(Path folder, Path newest) throws IOException {
        List<Kept> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                try {
                    files.add(new Kept(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
                } catch (NoSuchFileException tidiedByAnother) {
                    // Gone already, which is what was wanted.
                }
            }
        }
        files.sort((one, other) -> other.at().compareTo(one.at()));
        Instant oldest = clock.instant().minus(LIFE);
        long total = 0;
        int count = 0;
        for (Kept kept : files) {
            total += kept.size();
            count++;
            boolean goes = count > MAX_FILES || total > 4 * maxSize || kept.at().isBefore(oldest);
            if (goes && !kept.file().equals(newest)) {
                Files.deleteIfExists(kept.file());
            }
        }
    }
}
