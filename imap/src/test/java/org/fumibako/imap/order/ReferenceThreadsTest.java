// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** REFERENCES, step by step (RFC 5256 §3); messages are numbered from 1 in what is expected. */
class ReferenceThreadsTest {
    private final List<String> headers = new ArrayList<>();

    @Test
    void repliesAreBelowWhatTheyReplyTo() throws Exception {
        message("a", "", "lunch");
        message("b", "a", "Re: lunch");
        message("c", "a b", "Re: lunch");
        message("d", "a", "Re: lunch");

        assertThat(threads()).isEqualTo("(1 (2 3)(4))");
    }

    @Test
    void idsAreTheSameHoweverTheyAreQuoted() throws Exception {
        headers.add("Message-ID: <\"a\"@x>\r\nSubject: one\r\n");
        headers.add("Message-ID: <b@x>\r\nReferences: <a@\r\n x>\r\nSubject: two\r\n");

        assertThat(threads()).isEqualTo("(1 2)");
    }

    @Test
    void inReplyToCountsWhereThereAreNoReferences() throws Exception {
        message("a", "", "one");
        headers.add("Message-ID: <b@x>\r\nIn-Reply-To: your message of noon <a@x> <c@x>\r\nSubject: two\r\n");

        assertThat(threads()).isEqualTo("(1 2)");
    }

    @Test
    void replyMayComeBeforeWhatItRepliesTo() throws Exception {
        message("c", "a b", "three");
        message("b", "a", "two");
        message("a", "", "one");

        assertThat(threads()).isEqualTo("(3 2 1)");
    }

    @Test
    void messagesOfAMissingOneStayTogether() throws Exception {
        message("b", "a", "two");
        message("c", "a", "three");

        assertThat(threads()).isEqualTo("((1)(2))");
    }

    @Test
    void missingMessageWithOneReplyIsLeftOut() throws Exception {
        message("c", "a b", "two");
        message("d", "a b c", "three");

        assertThat(threads()).isEqualTo("(1 2)");
    }

    @Test
    void missingMessagesInBetweenAreLeftOut() throws Exception {
        message("a", "", "one");
        message("d", "a b c", "four");
        message("e", "a b", "five");

        assertThat(threads()).isEqualTo("(1 (2)(3))");
    }

    @Test
    void shortenedReferencesAreCorrectedByTheMessageItself() throws Exception {
        message("c", "a b", "three");
        message("d", "a c", "four");
        message("b", "a", "two");
        message("a", "", "one");

        assertThat(threads()).isEqualTo("(4 3 1 2)");
    }

    @Test
    void loopsAreNotClosed() throws Exception {
        message("a", "b", "one");
        message("b", "a", "two");

        assertThat(threads()).isEqualTo("(2 1)");
    }

    @Test
    void messageDoesNotReplyToItself() throws Exception {
        message("a", "a", "one");

        assertThat(threads()).isEqualTo("(1)");
    }

    @Test
    void secondMessageWithAnIdIsAnother() throws Exception {
        message("a", "", "one");
        message("a", "", "two");
        message("b", "a", "three");

        assertThat(threads()).isEqualTo("(1 3)(2)");
    }

    @Test
    void messagesWithoutIdsStandAlone() throws Exception {
        headers.add("Subject: one\r\n");
        headers.add("Message-ID: none\r\nSubject: two\r\n");

        assertThat(threads()).isEqualTo("(1)(2)");
    }

    @Test
    void replyWithoutReferencesIsFoundByItsSubject() throws Exception {
        message("a", "", "lunch");
        message("b", "", "Re: lunch");
        message("c", "", "[friends] LUNCH (fwd)");

        assertThat(threads()).isEqualTo("(1 (2)(3))");
    }

    @Test
    void originalIsAboveItsReplyWhicheverIsEarlier() throws Exception {
        message("a", "", "Re: lunch");
        message("b", "", "lunch");

        assertThat(threads()).isEqualTo("(2 1)");
    }

    @Test
    void equalSubjectsAreSiblings() throws Exception {
        message("a", "", "lunch");
        message("b", "", "Lunch");
        message("c", "", "lunch");

        assertThat(threads()).isEqualTo("((1)(2)(3))");
    }

    @Test
    void twoRepliesWithoutOriginalAreSiblings() throws Exception {
        message("a", "", "Re: lunch");
        message("b", "", "Fwd: lunch");

        assertThat(threads()).isEqualTo("((1)(2))");
    }

    @Test
    void threadsOfMissingMessagesAreJoinedBySubject() throws Exception {
        message("b", "a", "Re: lunch");
        message("c", "a", "Re: lunch");
        message("e", "d", "Re: lunch");
        message("f", "d", "Re: lunch");
        message("g", "", "lunch");

        assertThat(threads()).isEqualTo("((1)(2)(3)(4)(5))");
    }

    @Test
    void messagesWithoutSubjectAreNotJoined() throws Exception {
        message("a", "", "");
        message("b", "", "Re:");

        assertThat(threads()).isEqualTo("(1)(2)");
    }

    @Test
    void siblingsAreInOrderOfTheirDates() throws Exception {
        headers.add("Message-ID: <a@x>\r\nDate: Thu, 5 Nov 2026 00:00:00 +0900\r\nSubject: one\r\n");
        headers.add("Message-ID: <b@x>\r\nDate: Wed, 4 Nov 2026 15:30:00 +0000\r\nReferences: <a@x>\r\n");
        headers.add("Message-ID: <c@x>\r\nDate: Thu, 5 Nov 2026 00:15:00 +0900\r\nReferences: <a@x>\r\n");
        headers.add("Message-ID: <d@x>\r\nDate: Tue, 3 Nov 2026 00:00:00 +0900\r\nSubject: two\r\n");

        assertThat(threads()).isEqualTo("(4)(1 (3)(2))");
    }

    @Test
    void longestThreadIsNoDeeperThanItsMessages() {
        int messages = 30_000;
        Lineage lineage = new Lineage(messages);
        Traits traits = new Traits(messages);
        for (int i = 0; i < messages; i++) {
            traits.take(i, Optional.empty(), i);
            lineage.add(i, List.of("m" + i), List.of("m" + (i + 1)));
        }
        Threads threads = ReferenceThreads.of(lineage, traits);
        List<Integer> tops = new ArrayList<>();
        threads.forEachThread(tops::add);

        int depth = 0;
        for (int at = tops.getFirst(); at != Threads.NONE; at = threads.firstChild(at)) {
            depth++;
        }
        assertThat(tops).containsExactly(messages - 1);
        assertThat(depth).isEqualTo(messages);
    }

    /** Against a walk up to the root, which is what the forest saves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void linksAreThoseOfAPlainReading(long seed) {
        RandomGenerator random = new Random(seed);
        int messages = 200;
        Lineage lineage = new Lineage(messages);
        Map<String, String> parents = new HashMap<>();
        for (int place = 0; place < messages; place++) {
            List<String> references = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                references.add("m" + random.nextInt(messages));
            }
            lineage.add(place, List.of("m" + place), references);
            read(parents, "m" + place, references);
        }
        for (int place = 0; place < messages; place++) {
            int above = lineage.parent(lineage.entry(place));
            String parent = above == Lineage.NONE ? null : "m" + lineage.message(above);
            assertThat(parent).as("seed %d, message %d", seed, place).isEqualTo(parents.get("m" + place));
        }
    }

    private static void read(Map<String, String> parents, String own, List<String> references) {
        for (int i = 1; i < references.size(); i++) {
            if (!parents.containsKey(references.get(i))) {
                link(parents, references.get(i - 1), references.get(i));
            }
        }
        parents.remove(own);
        if (!references.isEmpty()) {
            link(parents, references.getLast(), own);
        }
    }

    private static void link(Map<String, String> parents, String parent, String child) {
        String root = parent;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        if (!root.equals(child)) {
            parents.put(child, parent);
        }
    }

    @Test
    void referencesToUnknownIdsHaveABound() {
        Lineage lineage = new Lineage(1);
        List<String> strangers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            strangers.add("s" + i);
        }
        lineage.add(0, List.of("own"), strangers);

        assertThat(lineage.size()).isEqualTo(10_005);
    }

    private void message(String id, String references, String subject) {
        StringBuilder header = new StringBuilder("Message-ID: <" + id + "@x>\r\nSubject: " + subject + "\r\n");
        if (!references.isEmpty()) {
            header.append("References:");
            Arrays.stream(references.split(" ")).forEach(each -> header.append(" <" + each + "@x>"));
            header.append("\r\n");
        }
        headers.add(header.toString());
    }

    private String threads() throws Exception {
        Traits traits = new Traits(headers.size());
        Lineage lineage = new Lineage(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            byte[] octets = (headers.get(i) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            MessageSummary summary = MessageSummary.of(Content.of(octets));
            EnvelopeFields envelope = EnvelopeFields.of(summary.envelope());
            traits.take(i, Optional.of(envelope), i);
            lineage.add(i, Threader.ownId(Optional.of(envelope)), Threader.ids(summary.references()));
        }
        return written(ReferenceThreads.of(lineage, traits));
    }

    private static String written(Threads threads) {
        StringBuilder text = new StringBuilder();
        threads.forEachThread(
                top -> text.append('(').append(inner(threads, top)).append(')'));
        return text.toString();
    }

    private static String inner(Threads threads, int node) {
        StringBuilder text = new StringBuilder(threads.isDummy(node) ? "" : Integer.toString(node + 1));
        int child = threads.firstChild(node);
        boolean single = child != Threads.NONE && threads.nextSibling(child) == Threads.NONE;
        text.append(child == Threads.NONE || text.isEmpty() ? "" : " ");
        for (int at = child; at != Threads.NONE; at = threads.nextSibling(at)) {
            text.append(single ? inner(threads, at) : "(" + inner(threads, at) + ")");
        }
        return text.toString();
    }
}
