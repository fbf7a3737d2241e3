// SPDX-License-Identifier: Apache-2.0
package org.fumibako.fuzz.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumibako.fuzz.FuzzTime;
import org.fumibako.mime.Headers;
import org.fumibako.mime.MessageParser;
import org.fumibako.model.Content;
import org.fumibako.sieve.Mail;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.SieveLimits;
import org.fumibako.sieve.SieveScript;
import org.fumibako.sieve.Surroundings;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Parser;
import org.fumibako.sieve.syntax.Printer;

/** Any text is a script or refused with its place; a script runs to an end within its bounds, and prints as what it is. */
class SieveScriptFuzz {
    private static final SieveLimits LIMITS =
            new SieveLimits(16_384, 32, 2_000, 500, 32, 4, 5_000, 5_000_000, 16_384, 256, 10, 65_536);

    private static final byte[] MESSAGE = """
            From: Taro <taro+work@example.test>
            To: hanako@example.test
            Subject: =?UTF-8?B?5pel5pys?=
            Date: Mon, 30 Nov 2026 09:00:00 +0900
            Message-ID: <a@example.test>

            Hello
            """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = FuzzTime.A_RUN)
    @DictionaryFile(resourcePath = "/dictionaries/sieve.dict")
    void anyTextIsAScriptOrRefused(byte[] octets) throws IOException {
        String text = new String(octets, StandardCharsets.UTF_8);
        try {
            List<Node> tree = Parser.parse(text, LIMITS);
            String printed = Printer.print(tree);
            if (printed.length() < LIMITS.scriptOctets() / 4) {
                assertThat(Printer.print(Parser.parse(printed, LIMITS))).isEqualTo(printed);
            }
            Content content = Content.of(MESSAGE);
            Mail mail = new Mail(
                    content,
                    Headers.of(MESSAGE),
                    () -> MessageParser.parse(content),
                    "taro@example.test",
                    "h@example.test");
            assertThat(SieveScript.compile("fuzz", text, LIMITS)
                            .run(mail, new Nothing(), LIMITS)
                            .actions())
                    .isNotEmpty();
        } catch (SieveException refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.column()).isPositive();
        }
    }

    private static final class Nothing implements Surroundings {
        @Override
        public ZonedDateTime now() {
            return ZonedDateTime.parse("2026-11-30T09:00:00+09:00[Asia/Tokyo]");
        }

        @Override
        public boolean mailboxExists(String name) {
            return false;
        }

        @Override
        public boolean specialUseExists(Optional<String> mailbox, String attribute) {
            return false;
        }

        @Override
        public boolean isSeen(String id) {
            return false;
        }

        @Override
        public OptionalInt spamPercent() {
            return OptionalInt.of(50);
        }

        @Override
        public boolean isScanned() {
            return false;
        }

        @Override
        public Optional<String> metadata(Optional<String> mailbox, String entry) {
            return Optional.of(entry);
        }

        @Override
        public Optional<String> environment(String item) {
            return Optional.empty();
        }

        @Override
        public Optional<SieveScript> script(String name, boolean global) {
            return Optional.empty();
        }
    }
}
