// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** EUC-JP as Windows has it (CP51932), with JIS X 0212 behind SS3. */
final class EucJpDecoder implements OctetDecoder {
    private static final int SS2 = 0x8e;
    private static final int SS3 = 0x8f;

    @Override
    public String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        int i = 0;
        while (i < octets.length) {
            i += character(octets, i, text);
        }
        return text.toString();
    }

    /** Appends the character at {@code i} and returns how many octets it takes. */
    private static int character(byte[] octets, int i, StringBuilder text) {
        int lead = octets[i] & 0xff;
        int second = high(octets, i + 1);
        if (lead < 0x80) {
            text.append((char) lead);
            return 1;
        }
        if (lead == SS2 && second >= 0 && second < 63) {
            text.append((char) (0xff61 + second));
            return 2;
        }
        int third = high(octets, i + 2);
        if (lead == SS3 && second >= 0 && third >= 0) {
            text.append(JisTable.JIS_X_0212.at(second, third));
            return 3;
        }
        if (lead >= 0xa1 && second >= 0) {
            text.append(JisTable.WINDOWS.at(lead - 0xa1, second));
            return 2;
        }
        text.append(JisTable.NONE);
        return 1;
    }

    /** The octet counted from A1, or negative when it is none of A1 to FE. */
    private static int high(byte[] octets, int i) {
        int octet = i < octets.length ? octets[i] & 0xff : 0;
        return octet > 0xfe ? -1 : octet - 0xa1;
    }
}
