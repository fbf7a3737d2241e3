// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/**
 * Tells Japanese encodings and UTF-8 apart by their octets, where nothing or something wrong is declared. Each candidate is
 * walked over once; a cut at the end of the octets is no fault.
 */
final class CharsetGuess {
    /** Not valid in that encoding. */
    static final int INVALID = -1;

    private CharsetGuess() {}

    static boolean hasEightBit(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is an escape sequence that only the ISO 2022 encodings of Japanese have. */
    static boolean hasJapaneseEscape(byte[] octets) {
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == 0x1b && isDesignation(octets[i + 1], octets[i + 2])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDesignation(byte first, byte second) {
        return (first == '$' && (second == '@' || second == 'B' || second == '(')) || (first == '(' && second == 'I');
    }

    /** One Latin letter at the end could be the begin of a character in UTF-8; it takes a whole one before that. */
    static boolean isUtf8(byte[] octets) {
        boolean any = false;
        int i = 0;
        while (i < octets.length) {
            int length = utf8Length(octets[i] & 0xff);
            if (length == 0) {
                return false;
            }
            for (int k = 1; k < length; k++) {
                if (i + k == octets.length) {
                    return any;
                }
                if ((octets[i + k] & 0xc0) != 0x80) {
                    return false;
                }
            }
            any |= length > 1;
            i += length;
        }
        return true;
    }

    private static int utf8Length(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    /** How much the octets look like Shift_JIS, or {@link #INVALID}. Kana and common kanji speak for it. */
    static int shiftJis(byte[] octets) {
        int score = 0;
        int i = 0;
        while (i < octets.length) {
            int lead = octets[i] & 0xff;
            i++;
            if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) {
                continue;
            }
            if (lead == 0x80 || lead == 0xa0 || lead > 0xfc) {
                return INVALID;
            }
            if (i == octets.length) {
                break;
            }
            int trail = octets[i] & 0xff;
            i++;
            if (trail < 0x40 || trail == 0x7f || trail > 0xfc) {
                return INVALID;
            }
            score += shiftJisWeight(lead, trail);
        }
        return score;
    }

    private static int shiftJisWeight(int lead, int trail) {
        boolean kana = (lead == 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead == 0x83 && trail <= 0x96);
        boolean common = lead >= 0x88 && lead <= 0x97;
        return kana || lead == 0x81 ? 3 : common ? 2 : 0;
    }

    /** How much the octets look like EUC-JP, or {@link #INVALID}. */
    static int eucJp(byte[] octets) {
        int score = 0;
        int i = 0;
        while (i < octets.length) {
            int lead = octets[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = lead == 0x8f ? 3 : 2;
            if (lead != 0x8e && lead != 0x8f && (lead < 0xa1 || lead > 0xfe)) {
                return INVALID;
            }
            for (int k = 1; k < length && i + k < octets.length; k++) {
                int trail = octets[i + k] & 0xff;
                if (trail < 0xa1 || trail > 0xfe) {
                    return INVALID;
                }
            }
            score += lead == 0xa4 || lead == 0xa5 || lead == 0xa1 ? 3 : lead >= 0xb0 && lead <= 0xcf ? 2 : 0;
            i += length;
        }
        return score;
    }
}
