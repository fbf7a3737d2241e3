// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.Charset;

/**
 * The two-octet sets of East Asian encodings as tables of 94 rows by 94 cells, each filled from one of the JDK's charsets when
 * it is first needed.
 *
 * <p>{@link #WINDOWS} is JIS X 0208 as Windows has it: NEC's row 13 (①㈱) and the NEC selection of IBM's kanji in rows 89 to 92
 * (髙﨑), and the Windows readings of the wave dash and its friends ({@link WaveDash}).
 */
final class JisTable {
    static final JisTable WINDOWS = new JisTable("windows-31j", JisTable::shiftJis);
    static final JisTable JIS_X_0212 = new JisTable("EUC-JP", JisTable::thirdSet);
    static final JisTable JIS_X_0213 = new JisTable("x-SJIS_0213", JisTable::shiftJis);
    static final JisTable GB_2312 = new JisTable("GB18030", JisTable::highHalf);
    static final JisTable KS_X_1001 = new JisTable("x-windows-949", JisTable::highHalf);

    static final char NONE = '\ufffd';
    private static final int ROWS = 94;

    private final String charset;
    private final Cells octets;
    private volatile char[] characters = {};

    /** Octets that stand for row and cell in the charset. */
    private interface Cells {
        byte[] at(int row, int cell);
    }

    private JisTable(String charset, Cells octets) {
        this.charset = charset;
        this.octets = octets;
    }

    /** The character at row and cell, each counted from 0; U+FFFD where there is none. */
    char at(int row, int cell) {
        char[] table = characters;
        if (table.length == 0) {
            table = fill();
            characters = table;
        }
        return row < 0 || row >= ROWS || cell < 0 || cell >= ROWS ? NONE : table[row * ROWS + cell];
    }

    private char[] fill() {
        Charset from = Charset.forName(charset);
        char[] table = new char[ROWS * ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int cell = 0; cell < ROWS; cell++) {
                String text = new String(octets.at(row, cell), from);
                table[row * ROWS + cell] = text.length() == 1 ? text.charAt(0) : NONE;
            }
        }
        return table;
    }

    private static byte[] shiftJis(int row, int cell) {
        int lead = row / 2 + (row < 62 ? 0x81 : 0xc1);
        int trail = row % 2 == 0 ? cell + (cell < 63 ? 0x40 : 0x41) : cell + 0x9f;
        return new byte[] {(byte) lead, (byte) trail};
    }

    private static byte[] thirdSet(int row, int cell) {
        return new byte[] {(byte) 0x8f, (byte) (row + 0xa1), (byte) (cell + 0xa1)};
    }

    private static byte[] highHalf(int row, int cell) {
        return new byte[] {(byte) (row + 0xa1), (byte) (cell + 0xa1)};
    }
}
