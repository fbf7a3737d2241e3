// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.e2e.server.Await;
import org.fumibako.e2e.server.Server;

/**
 * The other end of mail that leaves: what the demo's simulated providers have taken.
 *
 * @param directory a folder a domain
 */
record Internet(Path directory) {

    /** What is put off is tried again after ten seconds and after another thirty, give or take a fifth. */
    static final Duration ARRIVAL_LIMIT = Duration.ofSeconds(90);

    static Internet of(Server server) {
        return new Internet(server.internet().orElseThrow());
    }

    /** Waits until a domain has taken a message so many times, and returns the copies, oldest first. */
    List<String> await(String domain, Sample sample, int count) {
        Await.until(
                count + " copies of " + sample.id() + " at " + domain,
                ARRIVAL_LIMIT,
                () -> taken(domain, sample).size() >= count);
        return taken(domain, sample);
    }

    /** The copies of a message that a domain has taken so far. */
    List<String> taken(String domain, Sample sample) {
        Path shelf = directory.resolve(domain).resolve("new");
        if (!Files.exists(shelf)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shelf)) {
            List<String> taken = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (text.contains("Message-ID: <" + sample.id() + "@")) {
                    taken.add(text);
                }
            }
            return taken;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
