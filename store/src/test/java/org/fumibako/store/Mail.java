// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;

/** Messages for tests, and the summary that belongs to each: a function of the octets, as the parser's is. */
final class Mail {
    static final Origin ORIGIN = Origin.system("test");

    private Mail() {}

    static Content of(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageSummary summary(Content content) {
        try {
            return read(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageSummary read(Content content) throws IOException {
        try (var in = content.open(0, 60)) {
            String head = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            return new MessageSummary(
                    ("(envelope of " + head + ")").getBytes(StandardCharsets.UTF_8),
                    ("structure of " + content.size()).getBytes(StandardCharsets.UTF_8),
                    "preview of " + head,
                    head,
                    head + "@example.test",
                    head.startsWith("thread") ? "thread" : "",
                    "before " + head);
        }
    }

    static Append append(Content content, Append.Filing... filings) {
        return new Append(content, summary(content), java.util.List.of(filings), Optional.empty(), ORIGIN);
    }
}
