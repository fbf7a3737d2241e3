// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.fumibako.model.Content;

/**
 * Keeps what servers take, a file a message: whole when it appears in {@code DOMAIN/new}, and later ones with later names. Safe for
 * any number of threads.
 */
final class Keeper {
    private final Path directory;
    private final AtomicLong count = new AtomicLong();

    Keeper(Path directory) {
        this.directory = directory;
    }

    /** Where messages are while they come in. */
    Path spool(Provider provider) throws IOException {
        return Files.createDirectories(
                directory.resolve(provider.domain().ascii()).resolve("tmp"));
    }

    /**
     * Keeps a message.
     *
     * @param trace fields that go before it, with line ends
     * @param moment milliseconds since 1970
     */
    Path keep(Provider provider, String trace, Content message, long moment) throws IOException {
        String name = "%013d.%06d.eml".formatted(moment, count.incrementAndGet());
        Path draft = spool(provider).resolve(name);
        Path shelf = Files.createDirectories(
                directory.resolve(provider.domain().ascii()).resolve("new"));
        try (OutputStream file = Files.newOutputStream(draft);
                InputStream octets = message.open()) {
            file.write(trace.getBytes(StandardCharsets.UTF_8));
            octets.transferTo(file);
        }
        return Files.move(draft, shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
