// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names at the beginning of a ZIP archive, read from its local headers (APPNOTE.TXT §4.3.7) without inflating anything: a bomb is as
 * cheap as any other.
 *
 * @param encrypted whether the content of one of them is
 */
record ZipNames(List<String> names, boolean encrypted) {
    private static final int HEADER = 30;

    /** Names that are looked at. */
    private static final int MAX_NAMES = 100;

    static ZipNames read(byte[] octets) {
        List<String> names = new ArrayList<>();
        boolean encrypted = false;
        int at = 0;
        while (at + HEADER <= octets.length && names.size() < MAX_NAMES) {
            if (!isHeader(octets, at)) {
                at++;
                continue;
            }
            int length = number(octets, at + 26);
            int end = Math.min(octets.length, at + HEADER + length);
            names.add(new String(octets, at + HEADER, end - at - HEADER, StandardCharsets.UTF_8));
            encrypted |= (octets[at + 6] & 1) != 0;
            at = end;
        }
        return new ZipNames(names, encrypted);
    }

    private static boolean isHeader(byte[] octets, int at) {
        return octets[at] == 'P' && octets[at + 1] == 'K' && octets[at + 2] == 3 && octets[at + 3] == 4;
    }

    private static int number(byte[] octets, int at) {
        return (octets[at] & 0xff) | (octets[at + 1] & 0xff) << 8;
    }
}
