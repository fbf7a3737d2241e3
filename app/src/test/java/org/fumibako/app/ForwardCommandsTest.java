// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code admin forward} as the operator types it. */
class ForwardCommandsTest {
    private static final String TARO = "taro@example.test";
    private static final String HANAKO = "hanako@example.test";
    private static final String FAR = "taro@gmail.test";

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk(data);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void targetsComeAndGo() {
        assertThat(desk.admin("forward", "list", TARO).output()).isEqualTo(TARO + "  keep on  dmarc attach\n");
        assertThat(desk.admin("forward", "add", TARO, FAR).output()).contains("  -> " + FAR + "  works");
        assertThat(desk.admin("forward", "add", TARO, HANAKO).output())
                .contains("  -> " + FAR + "  works")
                .contains("  -> " + HANAKO + "  works");
        assertThat(desk.admin("forward", "resume", TARO, FAR).output()).contains("  -> " + FAR + "  works");
        assertThat(desk.admin("forward", "delete", TARO, FAR).output())
                .contains("  -> " + HANAKO)
                .doesNotContain(FAR);
        assertThat(desk.admin("forward", "delete", TARO, HANAKO).output())
                .isEqualTo(TARO + "  keep on  dmarc attach\n");
        assertThat(desk.admin("journal", "--account", TARO).output()).contains("forward");
    }

    @Test
    void keepingAndWhatDmarcWouldRefuseAreChoices() {
        desk.admin("forward", "add", HANAKO, FAR);
        assertThat(desk.admin("forward", "keep", HANAKO, "off").output()).contains("keep off");
        for (String choice : new String[] {"keep", "send", "attach"}) {
            assertThat(desk.admin("forward", "dmarc", HANAKO, choice).output()).contains("dmarc " + choice);
        }
        assertThat(desk.admin("forward", "keep", HANAKO, "on").output()).contains("keep on");
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        refused("There is no account", "forward", "list", "nobody@example.test");
        refused("on or off, not perhaps", "forward", "keep", TARO, "perhaps");
        refused("attach, keep or send, not eat", "forward", "dmarc", TARO, "eat");
        refused("", "forward", "add", TARO, TARO);
        refused("", "forward", "add", TARO, "no address");
        refused("", "forward", "delete", TARO, "never@gmail.test");
    }

    private static void refused(String why, String... line) {
        Desk.Answer answer = desk.admin(line);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.errors()).startsWith("fumibako: ").contains(why).hasLineCount(1);
    }
}
