// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Messages of the usual size, the same in every run. */
public final class Samples {
    /** Octets of most mail. */
    private static final int SIZE = 4096;

    private static final long SEED = 20_261_125L;

    private static final String[] ENGLISH =
            "the meeting about your order was moved to friday please confirm and send the report before noon thank you"
                    .split(" ", -1);
    private static final String[] JAPANESE = {
        "お世話に", "なっております", "会議の", "資料を", "お送り", "いたします", "ご確認", "ください", "請求書", "東京", "。"
    };

    private Samples() {}

    /** About 4 KB with the header fields of real mail; {@code number} makes it distinct. */
    public static byte[] message(boolean japanese, long number) {
        StringBuilder text = new StringBuilder(SIZE);
        text.append("Received: from relay.elsewhere.test (relay.elsewhere.test [192.0.2.25])\r\n")
                .append("\tby mx.elsewhere.test with ESMTPS id 4XyZ12abc; Wed, 25 Nov 2026 09:00:00 +0900\r\n")
                .append("Message-ID: <" + number + ".load@elsewhere.test>\r\nDate: Wed, 25 Nov 2026 09:00:00 +0900\r\n")
                .append("From: =?UTF-8?B?5bGx55SwIOWkqumDjg==?= <taro@elsewhere.test>\r\n")
                .append("To: Load <load@example.test>, Second Reader <second@example.test>\r\n")
                .append("Subject: Report number " + number + " of the day\r\n")
                .append("References: <first.of.thread@elsewhere.test> <second.of.thread@elsewhere.test>\r\n")
                .append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        words(text, japanese ? JAPANESE : ENGLISH, japanese ? SIZE / 3 : SIZE, new Random(SEED + number));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void words(StringBuilder text, String[] words, int length, Random random) {
        int line = 0;
        while (text.length() < length) {
            String word = words[random.nextInt(words.length)];
            text.append(word).append(word.charAt(0) < 0x80 ? " " : "");
            line += word.length() + 1;
            if (line > 70) {
                text.append("\r\n");
                line = 0;
            }
        }
    }
}
