// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.fumibako.filter.message.Circumstances;
import org.fumibako.filter.message.Sample;
import org.fumibako.filter.message.SampleReader;
import org.fumibako.filter.signal.Signals;
import org.fumibako.filter.weights.Weights;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;

/** Messages to look at. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    /** Fields of a message that nothing is wrong with. */
    public static final String SOUND = """
            From: Taro <taro@example.jp>
            To: hanako@example.com
            Date: Mon, 30 Nov 2026 17:59:00 +0900
            Message-ID: <1@example.jp>
            """;

    private Samples() {}

    /** @param text with LF line ends */
    public static Sample of(String text) {
        return of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), Circumstances.unknown(NOW));
    }

    public static Sample of(String text, Circumstances circumstances) {
        return of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), circumstances);
    }

    public static Sample of(byte[] octets, Circumstances circumstances) {
        try {
            Content content = Content.of(octets);
            return SampleReader.read(content, MessageParser.parse(content), circumstances, FilterLimits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SpamFilter filter(Weights base) {
        return new SpamFilter(Signals.ofMessage(), () -> base, FilterLimits.DEFAULT);
    }

    /** Codes of what is found in the message, whoever gets it. */
    public static List<String> codes(Sample sample) {
        return filter(Weights.NONE).examine(sample).reasons().stream()
                .map(Reason::code)
                .collect(Collectors.toList());
    }
}
