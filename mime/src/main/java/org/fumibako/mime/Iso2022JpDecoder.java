// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/**
 * ISO-2022-JP (RFC 1468) as it is really sent: with the characters of Windows, half-width katakana by {@code ESC ( I}, by
 * SO/SI or as 8-bit octets, the further sets of RFC 1554, RFC 2237 and JIS X 0213, and text that forgets to switch back before
 * a line break.
 */
final class Iso2022JpDecoder implements OctetDecoder {
    private static final int ESC = 0x1b;
    private static final int SO = 0x0e;
    private static final int SI = 0x0f;
    /** Added to a kana octet without its high bit to get U+FF61 and up. */
    private static final int KANA = 0xff61 - 0x21;

    @Override
    public String decode(byte[] octets) {
        return new Run(octets).decode();
    }

    private enum Mode {
        ASCII,
        KANA,
        PAIRS
    }

    /** One decoding. */
    private static final class Run {
        private final byte[] octets;
        private final StringBuilder text;
        private int position;
        private Mode mode = Mode.ASCII;
        private JisTable table = JisTable.WINDOWS;
        private boolean shifted;

        Run(byte[] octets) {
            this.octets = octets;
            this.text = new StringBuilder(octets.length);
        }

        String decode() {
            while (position < octets.length) {
                int octet = octets[position] & 0xff;
                if (octet == ESC) {
                    escape();
                } else if (octet == SO || octet == SI) {
                    shifted = octet == SO;
                    position++;
                } else if (octet == '\n' || octet == '\r') {
                    mode = Mode.ASCII;
                    shifted = false;
                    single((char) octet);
                } else {
                    character(octet);
                }
            }
            return text.toString();
        }

        private void character(int octet) {
            if (octet >= 0xa1 && octet <= 0xdf) {
                single((char) (octet - 0x80 + KANA));
            } else if (octet >= 0x80) {
                single(JisTable.NONE);
            } else if (octet <= 0x20 || octet == 0x7f) {
                single((char) octet);
            } else if (shifted || mode == Mode.KANA) {
                single(octet < 0x60 ? (char) (octet + KANA) : JisTable.NONE);
            } else if (mode == Mode.ASCII) {
                single((char) octet);
            } else {
                pair(octet);
            }
        }

        private void single(char c) {
            text.append(c);
            position++;
        }

        private void pair(int lead) {
            int trail = position + 1 < octets.length ? octets[position + 1] & 0xff : 0;
            if (trail < 0x21 || trail > 0x7e) {
                single(JisTable.NONE);
                return;
            }
            text.append(table.at(lead - 0x21, trail - 0x21));
            position += 2;
        }

        private void escape() {
            int first = at(1);
            int second = at(2);
            if (first == '(') {
                mode = second == 'I' ? Mode.KANA : Mode.ASCII;
                position += 3;
            } else if (first == '$' && (second == '@' || second == 'B')) {
                pairs(JisTable.WINDOWS, 3);
            } else if (first == '$' && second == 'A') {
                pairs(JisTable.GB_2312, 3);
            } else if (first == '$' && second == '(') {
                longEscape(at(3));
            } else if (first == '&' && second == '@') {
                position += 3;
            } else {
                position++;
            }
        }

        private void longEscape(int last) {
            switch (last) {
                case '@', 'B' -> pairs(JisTable.WINDOWS, 4);
                case 'C' -> pairs(JisTable.KS_X_1001, 4);
                case 'D' -> pairs(JisTable.JIS_X_0212, 4);
                case 'O', 'Q' -> pairs(JisTable.JIS_X_0213, 4);
                default -> position++;
            }
        }

        private void pairs(JisTable next, int length) {
            mode = Mode.PAIRS;
            table = next;
            position += length;
        }

        private int at(int distance) {
            return position + distance < octets.length ? octets[position + distance] & 0xff : 0;
        }
    }
}
