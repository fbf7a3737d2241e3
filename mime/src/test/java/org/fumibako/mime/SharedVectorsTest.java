// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fumibako.model.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that other mail libraries are tested with; skipped where the folder is missing. */
class SharedVectorsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("vectors.dir", "../../shared/vectors")).resolve("mime");

    @BeforeEach
    void theFolderIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "no vectors in " + FOLDER.toAbsolutePath());
    }

    @Test
    void utf8InBase64() throws IOException {
        MessageSummary summary = MessageSummary.of(message("japanese.eml"));
        assertThat(summary.subject()).isEqualTo("まみむめも");
        assertThat(summary.preview()).startsWith("かきくえこ -- http://lindsaar.net/");
    }

    @Test
    void iso2022Jp() throws IOException {
        assertThat(MessageSummary.of(message("japanese_iso_2022.eml")).preview())
                .isEqualTo("すみません。");
    }

    @Test
    void shiftJis() throws IOException {
        assertThat(MessageSummary.of(message("japanese_shift_jis.eml")).preview())
                .startsWith("あいうえお");
    }

    @Test
    void fileNames() throws IOException {
        assertThat(MessageParser.parse(message("japanese_attachment.eml"))
                        .parts()
                        .getLast()
                        .fileName())
                .contains("てすと.txt");
        BodyPart part = MessageParser.parse(message("japanese_attachment_long_name.eml"))
                .parts()
                .getFirst();
        assertThat(part.fileName()).contains("かきくけこ".repeat(5) + ".txt");
        assertThat(FileNames.value(part.parameters(), "name")).contains("かきくけこ".repeat(5) + ".txt");
    }

    private static Content message(String name) throws IOException {
        return Content.of(Files.readAllBytes(FOLDER.resolve(name)));
    }
}
