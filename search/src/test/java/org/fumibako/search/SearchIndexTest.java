// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fumibako.search.TestMail.HANAKO;
import static org.fumibako.search.TestMail.TARO;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fumibako.model.AccountId;
import org.fumibako.search.Candidates.Known;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private TestMail mail;
    private SearchIndex index;

    @BeforeEach
    void open() {
        mail = new TestMail(directory);
        index = begin();
    }

    @AfterEach
    void close() {
        index.close();
        mail.close();
    }

    private SearchIndex begin() {
        SearchIndex begun = new SearchIndex(
                new SearchIndex.Parts(mail.volume().arrivals(), directory.resolve("search"), System::nanoTime));
        begun.start();
        return begun;
    }

    private void current() {
        assertThat(index.awaitCurrent(DEADLINE)).as("indexed in time").isTrue();
    }

    private Known known(AccountId account, TextField field, String text, long contentId) {
        return index.find(account, field, Folding.fold(text)).of(contentId);
    }

    @Test
    void twoJapaneseCharactersAreFoundInBodyAndSubject() {
        long bill = mail.file(TestMail.message("ご連絡", "今月の請求書をお送りします。"), TARO);
        long other = mail.file(TestMail.message("請求書", "会議の件です。"), TARO);
        current();

        assertThat(known(TARO, TextField.BODY, "請求", bill)).isEqualTo(Known.HAS_IT);
        assertThat(known(TARO, TextField.BODY, "請求", other)).isEqualTo(Known.LACKS_IT);
        assertThat(known(TARO, TextField.SUBJECT, "請求", bill)).isEqualTo(Known.LACKS_IT);
        assertThat(known(TARO, TextField.SUBJECT, "請求", other)).isEqualTo(Known.HAS_IT);
        assertThat(known(TARO, TextField.BODY, "求請", bill)).isEqualTo(Known.LACKS_IT);
    }

    @Test
    void whatIsNotIndexedYetIsNotKnown() {
        mail.file(TestMail.message("one", "needle"), TARO);
        current();
        long fresh = mail.file(TestMail.message("two", "needle"), TARO);

        assertThat(known(TARO, TextField.BODY, "needle", fresh)).isEqualTo(Known.NOTHING);
        current();
        assertThat(known(TARO, TextField.BODY, "nothing", fresh)).isEqualTo(Known.LACKS_IT);
    }

    @Test
    void anAccountIsToldOfItsOwnMessagesOnly() {
        long secret = mail.file(TestMail.message("s", "社外秘"), TARO);
        long shared = mail.file(TestMail.message("s", "回覧板"), TARO, HANAKO);
        current();

        assertThat(known(HANAKO, TextField.BODY, "社外秘", secret)).isEqualTo(Known.LACKS_IT);
        assertThat(known(TARO, TextField.BODY, "回覧板", shared)).isEqualTo(Known.HAS_IT);
        assertThat(known(HANAKO, TextField.BODY, "回覧板", shared)).isEqualTo(Known.HAS_IT);
        assertThat(index.status().messages()).as("stored once, indexed once").isEqualTo(2);
    }

    @Test
    void theNextStartGoesOnWhereTheLastOneStopped() {
        long first = mail.file(TestMail.message("s", "一通目"), TARO);
        current();
        index.close();
        long second = mail.file(TestMail.message("s", "二通目"), TARO);
        index = begin();
        current();

        assertThat(known(TARO, TextField.BODY, "通目", first)).isEqualTo(Known.HAS_IT);
        assertThat(known(TARO, TextField.BODY, "通目", second)).isEqualTo(Known.HAS_IT);
        assertThat(index.status().messages()).isEqualTo(2);
    }

    @Test
    void anIndexThatWasDeletedIsMadeAnew() throws Exception {
        long bill = mail.file(TestMail.message("s", "請求書"), TARO);
        current();
        index.close();
        delete(directory.resolve("search"));
        index = begin();

        assertThat(known(TARO, TextField.BODY, "請求書", bill)).isNotEqualTo(Known.LACKS_IT);
        current();
        assertThat(known(TARO, TextField.BODY, "請求書", bill)).isEqualTo(Known.HAS_IT);
    }

    @Test
    void anIndexThatIsDeletedUnderAServerIsMadeAnew() throws Exception {
        mail.file(TestMail.message("s", "請求書"), TARO);
        current();
        delete(directory.resolve("search"));
        long second = mail.file(TestMail.message("s", "請求書"), TARO);
        current();

        assertThat(known(TARO, TextField.BODY, "請求書", second)).isEqualTo(Known.HAS_IT);
        assertThat(index.status().messages()).isEqualTo(2);
    }

    @Test
    void anIndexWithAnyFileDamagedAnywhereIsMadeAnew() throws Exception {
        for (int i = 0; i < 20; i++) {
            mail.file(TestMail.message("件名" + i, "本文の番号は" + i + "です。 number " + i), TARO);
        }
        current();
        List<Long> contents = mail.contents(TARO);
        for (String ending : List.of(".cfs", ".cfe", ".si", "segments_")) {
            index.close();
            damage(ending);
            index = begin();
            assertThat(known(TARO, TextField.BODY, "番号は7で", contents.get(7)))
                    .as(ending)
                    .isNotEqualTo(Known.LACKS_IT);
            current();
            for (int i = 0; i < 20; i++) {
                assertThat(known(TARO, TextField.BODY, "番号は" + i + "で", contents.get(i)))
                        .as("%s, message %d", ending, i)
                        .isEqualTo(Known.HAS_IT);
            }
        }
    }

    @Test
    void aRebuildThatIsAskedForReadsEverythingAgain() {
        long bill = mail.file(TestMail.message("s", "請求書"), TARO);
        current();
        index.rebuild();
        current();

        assertThat(known(TARO, TextField.BODY, "請求書", bill)).isEqualTo(Known.HAS_IT);
        assertThat(index.status())
                .isEqualTo(new SearchIndex.Status(1, 0, index.status().octets(), java.util.Optional.empty()));
    }

    @Test
    void aMessageThatNobodyHasAnyMoreIsPassedOver() throws Exception {
        mail.file(TestMail.message("s", "削除済み"), TARO);
        mail.empty(TARO);
        long kept = mail.file(TestMail.message("s", "保存"), TARO);
        current();

        assertThat(index.status().messages()).isEqualTo(1);
        assertThat(known(TARO, TextField.BODY, "保存", kept)).isEqualTo(Known.HAS_IT);
    }

    private void damage(String ending) throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve("search"))) {
            Path file = files.filter(name -> name.getFileName().toString().contains(ending))
                    .findFirst()
                    .orElseThrow();
            try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
                octets.seek(octets.length() / 2);
                int octet = octets.read();
                octets.seek(octets.length() / 2);
                octets.write(octet ^ 0xff);
            }
        }
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
