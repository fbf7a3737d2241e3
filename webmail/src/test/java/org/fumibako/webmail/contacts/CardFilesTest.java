// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@SuppressWarnings("StringConcatToTextBlock") // the line ends are what the formats want, and a block has its own
class CardFilesTest {
    @Test
    void aCardOfOurVersionComesBackAsItWas() {
        String file =
                "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:鈴木 花子\r\nN:鈴木;花子;;;\r\nX-PHONETIC-LAST-NAME:すずき\r\nUID:urn:x\r\n"
                        + "NICKNAME:はな\r\nEMAIL;TYPE=work;PREF=1:h@work.example\r\nTEL;TYPE=cell:090-1\r\nORG:株式会社\\;A;営業\r\n"
                        + "TITLE:課長\r\nADR;TYPE=home:;;1-2-3;港区;東京都;100-0001;日本\r\nNOTE:一\\n二\\, 三\r\nBDAY:19800229\r\n"
                        + "CATEGORIES:友,山\\,川\r\nEND:VCARD\r\n";
        ObjectNode card = VCardReader.read(file, 10).getFirst();
        assertThat(card.path("name").path("components").get(0).path("phonetic").asString())
                .isEqualTo("すずき");
        assertThat(card.path("notes").iterator().next().path("note").asString()).isEqualTo("一\n二, 三");
        assertThat(card.path("keywords").has("山,川")).isTrue();
        VCardWriter writer = new VCardWriter();
        writer.add(card);
        assertThat(writer.file()).isEqualTo(file);
    }

    @Test
    void oldTelephonesAndFoldedLinesAreUnderstood() {
        String file =
                "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=97=E9=96=D8;=89=D4=\n=8E=71\n"
                        + "item1.EMAIL;INTERNET;HOME:a@\n b.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n";
        List<ObjectNode> cards = VCardReader.read(file, 10);
        assertThat(cards).hasSize(1);
        assertThat(cards.getFirst()
                        .path("name")
                        .path("components")
                        .get(0)
                        .path("value")
                        .asString())
                .isEqualTo("鈴木");
        assertThat(cards.getFirst()
                        .path("name")
                        .path("components")
                        .get(1)
                        .path("value")
                        .asString())
                .isEqualTo("花子");
        assertThat(cards.getFirst().path("emails").iterator().next().toString())
                .isEqualTo("{\"address\":\"a@b.example\",\"contexts\":{\"private\":true}}");
    }

    @Test
    void linesAreFoldedBetweenCharacters() {
        VCardWriter writer = new VCardWriter();
        ObjectNode card = VCardReader.read("BEGIN:VCARD\nFN:" + "箱".repeat(60) + "\nEND:VCARD", 1)
                .getFirst();
        writer.add(card);
        assertThat(writer.file().lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(75));
        assertThat(VCardReader.read(writer.file(), 1).getFirst()).isEqualTo(card);
    }

    @Test
    void tablesOfOtherProgramsAreUnderstood() {
        List<ObjectNode> cards = ContactTable.read(List.of(
                        List.of(
                                "First Name",
                                "Last Name",
                                "E-mail 1 - Value",
                                "Organization Name",
                                "Department",
                                "Phone 1 - Value"),
                        List.of("花子", "鈴木", "h@a.example", "A商事", "営業", "03-1"),
                        List.of("", "", "", "x", "", "")))
                .orElseThrow();
        assertThat(cards).hasSize(1);
        assertThat(ContactTable.row(cards.getFirst()))
                .containsExactly("鈴木 花子", "", "h@a.example", "03-1", "A商事", "営業", "", "");
        assertThat(ContactTable.read(List.of(ContactTable.HEADINGS, ContactTable.row(cards.getFirst())))
                        .orElseThrow()
                        .getFirst()
                        .path("name")
                        .path("full")
                        .asString())
                .isEqualTo("鈴木 花子");
        assertThat(ContactTable.read(List.of(List.of("a", "b"), List.of("1", "2"))))
                .isEmpty();
    }
}
