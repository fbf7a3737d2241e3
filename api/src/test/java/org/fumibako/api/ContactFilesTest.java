// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.mime.MessageSummary;
import org.fumibako.model.ByteSize;
import org.fumibako.model.Content;
import org.fumibako.model.Flags;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.fumibako.store.Append;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Address books as files, people for completing addresses, and lists that are left. */
@Timeout(60)
@SuppressWarnings("StringConcatToTextBlock") // one line a field
class ContactFilesTest {
    @TempDir
    private Path directory;

    private World world;
    private Account taro;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
        taro = world.owner("taro@example.test").account();
        browser = world.browserOf(world.owner("taro@example.test"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsImportedOnceIsThereOnceAndComesOutAgain() {
        String file = "{\"format\":\"csv\",\"text\":\"名前,メールアドレス\\n花子,h@a.example\\n次郎,j@a.example\\n\"}";
        Browser.Reply first = browser.send("POST", "/api/contacts/import", file);
        assertThat(first.json().path("added").asInt())
                .as(first.response().body())
                .isEqualTo(2);
        assertThat(browser.send("POST", "/api/contacts/import", file)
                        .json()
                        .path("skipped")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.get("/api/contacts/file?format=vcard").response().body())
                .contains("FN:花子\r\n")
                .contains("EMAIL:j@a.example\r\n");
        assertThat(browser.get("/api/contacts/file?format=csv").response().body())
                .startsWith("\ufeff\"名前\",")
                .contains("\"花子\",\"\",\"h@a.example\"");
        assertThat(browser.send("POST", "/api/contacts/import", "{\"format\":\"vcard\",\"text\":\"x\"}")
                        .code())
                .isEqualTo("contacts-unreadable");
        assertThat(world.browserOf(world.owner("jiro@example.test"))
                        .get("/api/contacts/file?format=csv")
                        .response()
                        .body())
                .doesNotContain("花子");
    }

    private void sent(String to) throws Exception {
        Content content = Content.of(("To: " + to + "\r\n\r\nx\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var filing = new Append.Filing(
                taro.id(),
                world.volume.mailbox(taro.id(), SpecialUse.SENT).id(),
                Flags.NONE,
                Instant.now(),
                new ByteSize(1L << 40),
                Optional.empty());
        world.volume.append(
                List.of(new Append(content, MessageSummary.of(content), List.of(filing), Optional.empty(), World.DESK)),
                true);
    }

    @Test
    void whoeverWasWrittenToOftenComesFirst() throws Exception {
        sent("=?UTF-8?B?6Iqx5a2Q?= <hanako@a.example>, j@a.example");
        sent("HANAKO@a.example");
        assertThat(browser.get("/api/correspondents")
                        .json()
                        .path("people")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("花子");
        assertThat(browser.get("/api/correspondents")
                        .json()
                        .path("people")
                        .get(0)
                        .path("times")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.get("/api/correspondents?text=J@")
                        .json()
                        .path("people")
                        .size())
                .isOne();
        sent("new@b.example");
        assertThat(browser.get("/api/correspondents?text=new")
                        .json()
                        .path("people")
                        .size())
                .isOne();
    }

    @Test
    void onlyAListThatOffersItInAProvenMessageIsLeft() {
        String fields = "List-Unsubscribe: <mailto:x@l.example>, <https://127.0.0.1:1/u>\n"
                + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n";
        String signed = "; dkim=pass header.d=l.example\nDKIM-Signature: v=1; d=l.example; s=x;"
                + " h=from:list-unsubscribe:list-unsubscribe-post; bh=aa; b=bb\n" + fields + "\nx\n";
        String proven = world.filed(taro, "Authentication-Results: " + World.HOST.ascii() + signed);
        String forged = world.filed(taro, "Authentication-Results: mx.stranger.test" + signed);
        assertThat(browser.get("/api/mail/" + proven + "/facts")
                        .json()
                        .path("oneClick")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get("/api/mail/" + forged + "/facts")
                        .json()
                        .path("oneClick")
                        .asBoolean())
                .isFalse();
        assertThat(browser.send("POST", "/api/mail/" + forged + "/unsubscribe", null)
                        .code())
                .isEqualTo("unsubscribe-failed");
        assertThat(browser.send("POST", "/api/mail/" + proven + "/unsubscribe", null)
                        .code())
                .isEqualTo("unsubscribe-failed");
    }
}
