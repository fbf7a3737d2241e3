// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any message. */
class SigningPropertyTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T00:00:00Z"));
    private static final int MESSAGES = 60;
    private static final int FLIPS = 40;
    private static final List<String> NAMES =
            List.of("To", "Cc", "Subject", "Date", "Reply-To", "References", "X-Other", "Content-Type", "List-Id");

    private final KeyZone zone = new KeyZone().txt("ed._domainkey.example.test", Forge.ED25519.recordText());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsSignedVerifiesAndSurvivesLegalChanges(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < MESSAGES; i++) {
            String message = message(random);
            String signed = sign(message) + message;
            assertThat(verify(signed)).as("seed %d, message %d", seed, i).isTrue();
            assertThat(verify(refold(signed, random)))
                    .as("seed %d, message %d, folded and spaced otherwise", seed, i)
                    .isTrue();
            assertThat(verify(signed.replace("\r\n", "\n")))
                    .as("seed %d, message %d, stored with LF", seed, i)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOctetThatIsSignedCounts(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < MESSAGES / 10; i++) {
            String message = message(random).replaceAll("(?m)^X-Other:(.*\\r\\n[ \\t])*.*\\r\\n", "");
            byte[] signed = octets(sign(message) + message);
            for (int flip = 0; flip < FLIPS; flip++) {
                int at = random.nextInt(signed.length);
                byte before = signed[at];
                signed[at] ^= (byte) (1 << random.nextInt(8));
                boolean blank = isBlank(before) || isBlank(signed[at]);
                boolean letter = (before ^ signed[at]) == 0x20 && Character.isLetter(before & 0x7f);
                // White space and the case of names are what relaxed form does not care about.
                if (!blank && !letter) {
                    assertThat(verify(new String(signed, StandardCharsets.ISO_8859_1)))
                            .as("seed %d, message %d, octet %d: %d became %d", seed, i, at, before, signed[at])
                            .isFalse();
                }
                signed[at] = before;
            }
        }
    }

    private String sign(String message) throws IOException {
        return new DkimSigner(CLOCK).sign(view(message), List.of(Forge.ED25519)).orElseThrow();
    }

    private boolean verify(String message) throws IOException {
        List<DkimResult> results = new DkimVerifier(zone, CLOCK).verify(view(message), KeyZone.budget());
        return results.size() == 1 && results.getFirst().vouches();
    }

    private static MessageView view(String message) throws IOException {
        return MessageView.of(Content.of(octets(message)));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    private static String message(RandomGenerator random) {
        StringBuilder message = new StringBuilder("From: a" + random.nextInt(100) + "@example.test\r\n");
        for (int i = random.nextInt(12); i > 0; i--) {
            message.append(NAMES.get(random.nextInt(NAMES.size()))).append(":");
            words(random, message);
            message.append("\r\n");
        }
        message.append("\r\n");
        for (int i = random.nextInt(20); i > 0; i--) {
            words(random, message);
            message.append(random.nextInt(8) == 0 ? " \r\n" : "\r\n");
        }
        return random.nextInt(4) == 0 ? message.append("no line break").toString() : message.toString();
    }

    private static void words(RandomGenerator random, StringBuilder text) {
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(" ".repeat(1 + random.nextInt(3)));
            for (int j = 1 + random.nextInt(9); j > 0; j--) {
                text.append((char) (random.nextInt(6) == 0 ? 0x80 + random.nextInt(0x80) : '0' + random.nextInt(70)));
            }
        }
    }

    /** Other folds, other runs of white space, other case of names, other empty lines at the end: all that a relay may do. */
    private static String refold(String message, RandomGenerator random) {
        int end = message.indexOf("\r\n\r\n") + 2;
        StringBuilder changed = new StringBuilder();
        for (String line : message.substring(0, end).replace("\r\n ", " ").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            changed.append(random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name);
            String value = line.substring(name.length());
            changed.append(value.strip().replaceAll(" +", random.nextBoolean() ? "  " : "\r\n\t "));
            changed.append(random.nextBoolean() || line.isEmpty() ? "\r\n" : " \r\n");
        }
        String body = message.substring(end + 2).replaceAll("(?<=[^ \\r\\n]) (?=[^ \\r\\n])", "  \t");
        return changed.substring(0, changed.length()) + body + (body.endsWith("\r\n") ? "\r\n\r\n" : "");
    }
}
