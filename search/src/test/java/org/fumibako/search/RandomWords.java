// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.util.random.RandomGenerator;

/** Texts of few different characters, in which every short word occurs here and there. */
final class RandomWords {
    private static final String[] ALPHABETS = {
        "abcAB ",
        "請求書を確認",
        "ab請求 1",
        "ｱﾊﾞハバ゛ァア",
        "Éé\u0301eEßs ",
        "ab\r\n請求 \u3000",
        "\ud83d\ude00\ud840\udc0b請a",
        "ΑΣςσ ΣΑ",
        "－-〜~～−ー",
    };

    private final RandomGenerator random;

    RandomWords(RandomGenerator random) {
        this.random = random;
    }

    /** At most {@code most} code points. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        int[] alphabet =
                ALPHABETS[random.nextInt(ALPHABETS.length)].codePoints().toArray();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            if (random.nextInt(12) == 0) {
                alphabet =
                        ALPHABETS[random.nextInt(ALPHABETS.length)].codePoints().toArray();
            }
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    /** A part of the text, or another short one. */
    String wordOf(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length == 0 || random.nextInt(4) == 0) {
            return text(5);
        }
        int length = 1 + random.nextInt(Math.min(6, points.length));
        return new String(points, random.nextInt(points.length - length + 1), length);
    }
}
