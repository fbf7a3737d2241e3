// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.imap.fetch.MessageView;
import org.fumibako.imap.selected.ListSnapshot;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.search.Folding;
import org.fumibako.search.MessageText;
import org.fumibako.store.MessageRow;
import org.junit.jupiter.api.Test;

class SearchedMessageTest {
    @Test
    void textIsSearchedUpToItsBoundAndNoFurther() throws IOException {
        String header = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
        for (int over = -1; over <= 1; over++) {
            int padding = MessageText.MAX_TEXT - header.length() - "needle".length() + over;
            String message = header + "x".repeat(padding) + "needle";
            assertThat(bodyContains(message, "needle")).as("over by %d", over).isEqualTo(over <= 0);
        }
    }

    @Test
    void headerOfMessageIsTextAndHeaderOfEmbeddedOneIsBodyToo() throws IOException {
        String message =
                "Subject: outer\r\nContent-Type: message/rfc822\r\n\r\nSubject: =?utf-8?Q?=C3=84rger?=\r\n\r\ntext";

        assertThat(bodyContains(message, "outer")).isFalse();
        assertThat(textContains(message, "outer")).isTrue();
        assertThat(bodyContains(message, Folding.fold("ÄRGER"))).isTrue();
    }

    @Test
    void transferEncodingAndCharsetAreUndone() throws IOException {
        String message =
                "Content-Type: text/plain; charset=iso-2022-jp\r\nContent-Transfer-Encoding: base64\r\n\r\nGyRCMnE1RBsoQg==\r\n";

        assertThat(bodyContains(message, "会議")).isTrue();
        assertThat(bodyContains(message, "gyrc")).isFalse();
    }

    @Test
    void attachmentsAreNotText() throws IOException {
        assertThat(bodyContains("Content-Type: application/octet-stream\r\n\r\nneedle", "needle"))
                .isFalse();
    }

    private static boolean bodyContains(String message, String folded) throws IOException {
        try (SearchedMessage searched = searched(message)) {
            return searched.bodyContains(folded);
        }
    }

    private static boolean textContains(String message, String folded) throws IOException {
        try (SearchedMessage searched = searched(message)) {
            return searched.textContains(folded);
        }
    }

    private static SearchedMessage searched(String message) throws IOException {
        Content content = Content.of(message.getBytes(StandardCharsets.ISO_8859_1));
        MessageSummary summary = MessageSummary.of(content);
        SearchedMessage searched = new SearchedMessage(new MessageView(id -> content));
        searched.moveTo(
                new ListSnapshot(List.of(new ListSnapshot.Message(1, Flags.NONE, 1)), 2, 1),
                0,
                new MessageRow(1, 1, summary.envelope(), summary.structure(), summary.preview()));
        return searched;
    }
}
