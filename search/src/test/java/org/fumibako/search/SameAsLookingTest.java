// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.search.TestMail.HANAKO;
import static org.fumibako.search.TestMail.TARO;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.search.Candidates.Known;
import org.fumibako.store.ArrivalMark;
import org.fumibako.store.Arrivals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index says of a word is what one sees who looks into the messages. */
class SameAsLookingTest {
    private static final int MESSAGES = 150;
    private static final int WORDS = 1_500;

    @TempDir
    private Path directory;

    /** A message as one sees it who looks. */
    private record Seen(long contentId, EnvelopeFields envelope, MessageText text) {
        String field(TextField field) {
            return switch (field) {
                case HEADER -> text.header();
                case BODY -> text.body();
                case SUBJECT, FROM, TO, CC, BCC -> MessageText.field(envelope, field);
            };
        }
    }

    @Test
    void theIndexSaysWhatLookingWouldFind() throws Exception {
        long seed = new Random().nextLong();
        RandomWords words = new RandomWords(new Random(seed));
        try (TestMail mail = new TestMail(directory);
                SearchIndex index = new SearchIndex(new SearchIndex.Parts(
                        mail.volume().arrivals(), directory.resolve("search"), System::nanoTime))) {
            index.start();
            for (int i = 0; i < MESSAGES; i++) {
                String subject = words.text(30).replaceAll("[\r\n]", "");
                mail.file(TestMail.message(subject, words.text(200)), i % 3 == 0 ? HANAKO : TARO);
                if (i % 40 == 39) {
                    assertThat(index.awaitCurrent(Duration.ofSeconds(60))).isTrue();
                }
            }
            assertThat(index.awaitCurrent(Duration.ofSeconds(60))).isTrue();
            compare(index, see(mail.volume().arrivals(), TARO), words, seed);
        }
    }

    private static void compare(SearchIndex index, List<Seen> messages, RandomWords words, long seed) {
        int exact = 0;
        for (int i = 0; i < WORDS; i++) {
            TextField field =
                    List.of(TextField.SUBJECT, TextField.BODY, TextField.HEADER).get(i % 3);
            String word =
                    Folding.fold(words.wordOf(messages.get(i % messages.size()).field(field)));
            if (word.isEmpty()) {
                continue;
            }
            Candidates candidates = index.find(TARO, field, word);
            for (Seen message : messages) {
                Known known = candidates.of(message.contentId());
                boolean there = message.field(field).contains(word);
                assertThat(known)
                        .as("seed %d, '%s' in %s: %s", seed, word, field, message.field(field))
                        .isNotEqualTo(there ? Known.LACKS_IT : Known.HAS_IT);
                exact += known == Known.NOTHING ? 0 : 1;
            }
        }
        assertThat(exact)
                .as("answers without looking, of %d", WORDS * messages.size())
                .isPositive();
    }

    private static List<Seen> see(Arrivals arrivals, AccountId account) throws Exception {
        List<Seen> seen = new ArrayList<>();
        for (Arrivals.Arrival arrival : arrivals.from(ArrivalMark.NONE).next(10_000)) {
            if (arrival.accounts().contains(account)) {
                try (Content content = arrivals.open(arrival)) {
                    seen.add(new Seen(
                            arrival.contentId(),
                            EnvelopeFields.of(arrival.envelope()),
                            MessageText.read(content, BodyPart.decode(arrival.structure()))));
                }
            }
        }
        return seen;
    }
}
