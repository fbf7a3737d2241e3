// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;

/**
 * Messages with words in them, by turns English and Japanese, for searches: of each hundred, one English and one Japanese
 * message have a word, in the subject and in the text, that no other has.
 */
final class Letters {

    static final String ENGLISH_WORD = "marzipan";
    static final String JAPANESE_WORD = "請求";

    private static final int BATCH = 50;
    private static final int TEXT = 1_000;
    private static final long SEED = 20_261_125L;

    private static final String[] ENGLISH =
            ("the meeting about your order was moved to friday morning please confirm that everybody can come and send the "
                            + "report with all numbers of last month before noon thank you for the quick answer we will look at "
                            + "it together next week")
                    .split(" ", -1);
    private static final String[] JAPANESE = {
        "お世話に", "なっております", "会議の", "資料を", "お送り", "いたします", "ご確認", "ください", "来週の", "月曜日", "東京", "よろしく", "お願い", "申し上げます",
        "。", "、"
    };

    private final int rarity;
    private final Random random = new Random(SEED);

    /** @param rarity one message in so many has the English word, and one the Japanese; even */
    Letters(int rarity) {
        this.rarity = rarity;
    }

    /** Fills INBOX up to {@code count} messages, which must be a multiple of the batch. */
    void fill(ImapClient client, int count) throws IOException {
        boolean many = client.offers("MULTIAPPEND");
        for (long i = client.messages("INBOX"); i < count; ) {
            ByteArrayOutputStream command = new ByteArrayOutputStream();
            command.writeBytes("A APPEND INBOX".getBytes(US_ASCII));
            for (int k = 0; k < (many ? BATCH : 1); k++, i++) {
                byte[] message = message(i);
                command.writeBytes((" {" + message.length + "+}\r\n").getBytes(US_ASCII));
                command.writeBytes(message);
            }
            command.writeBytes("\r\n".getBytes(US_ASCII));
            client.batch(command.toByteArray(), command.size());
        }
    }

    byte[] message(long number) {
        boolean japanese = number % 2 == 1;
        boolean marked = number % rarity < 2;
        String word = marked ? japanese ? JAPANESE_WORD : ENGLISH_WORD : "";
        String subject = text(japanese, 24) + word;
        String text = word + text(japanese, japanese ? TEXT / 3 : TEXT);
        String head = "From: Load <load@elsewhere.test>\r\nTo: load@example.test\r\nMessage-ID: <letter." + number
                + "@elsewhere.test>\r\nDate: Wed, 25 Nov 2026 09:00:00 +0900\r\nMIME-Version: 1.0\r\n";
        String body = japanese
                ? "Subject: =?UTF-8?B?" + base64(subject) + "?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)) + "\r\n"
                : "Subject: " + subject + "\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n" + text + "\r\n";
        return (head + body).getBytes(US_ASCII);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private String text(boolean japanese, int length) {
        StringBuilder text = new StringBuilder();
        int line = 0;
        while (text.length() < length) {
            String[] words = japanese ? JAPANESE : ENGLISH;
            String word = words[random.nextInt(words.length)];
            text.append(word).append(japanese ? "" : " ");
            line += word.length() + 1;
            if (line > 60 && length > 100) {
                text.append("\r\n");
                line = 0;
            }
        }
        return text.toString();
    }
}
