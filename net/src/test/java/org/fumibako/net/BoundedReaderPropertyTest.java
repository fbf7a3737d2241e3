// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random octets, heavy on line endings, in random chunks: the reader must agree with a model that sees everything at once. */
class BoundedReaderPropertyTest {
    private static final int ROUNDS = 5_000;
    private static final byte[] ALPHABET = {'a', 'b', '.', '\r', '\n', '\r', '\n', 0, (byte) 0xff};

    @Test
    void readsLinesAsTheModelDoes() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = new byte[random.nextInt(60)];
            for (int i = 0; i < input.length; i++) {
                input[i] = ALPHABET[random.nextInt(ALPHABET.length)];
            }
            int max = random.nextInt(8);
            assertThat(read(input, max, random))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(model(input, max));
        }
    }

    private static List<String> read(byte[] input, int max, RandomGenerator random) {
        BoundedReader reader = new BoundedReader(inChunks(input, random));
        List<String> events = new ArrayList<>();
        while (true) {
            try {
                byte[] line = reader.readLine(max);
                if (line == null) {
                    return events;
                }
                events.add(text(line, 0, line.length));
            } catch (LineTooLongException e) {
                events.add("too long");
            } catch (BareLineEndingException e) {
                events.add("bare");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The rules of readLine, over the whole input. */
    private static List<String> model(byte[] input, int max) {
        List<String> events = new ArrayList<>();
        int start = 0;
        while (start <= input.length) {
            int end = start;
            while (end < input.length && input[end] != '\n' && input[end] != '\r') {
                end++;
            }
            if (end - start > max) {
                events.add("too long");
                start = afterLf(input, end);
            } else if (end >= input.length || (input[end] == '\r' && end + 1 == input.length)) {
                return events;
            } else if (input[end] == '\n') {
                events.add("bare");
                start = end + 1;
            } else if (input[end + 1] == '\n') {
                events.add(text(input, start, end));
                start = end + 2;
            } else {
                events.add("bare");
                start = afterLf(input, end);
            }
        }
        return events;
    }

    /** Behind the LF that ends a skipped line, or beyond the input when there is none. */
    private static int afterLf(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != '\n') {
            at++;
        }
        return at < input.length ? at + 1 : input.length + 1;
    }

    private static String text(byte[] octets, int from, int to) {
        return "line " + new String(octets, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static InputStream inChunks(byte[] input, RandomGenerator random) {
        return new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(5)));
            }
        };
    }
}
