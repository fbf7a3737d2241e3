// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** UTF-7 (RFC 2152), which the JDK does not have. */
final class Utf7Decoder implements OctetDecoder {
    @Override
    public String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        int i = 0;
        while (i < octets.length) {
            int octet = octets[i] & 0xff;
            i++;
            if (octet != '+') {
                text.append(octet < 0x80 ? (char) octet : '\ufffd');
            } else if (i < octets.length && octets[i] == '-') {
                text.append('+');
                i++;
            } else {
                i = shifted(octets, i, text);
            }
        }
        return text.toString();
    }

    /** Reads UTF-16 in base64 from {@code i} and returns where it ends. */
    private static int shifted(byte[] octets, int begin, StringBuilder text) {
        int bits = 0;
        int held = 0;
        int i = begin;
        while (i < octets.length && Base64Alphabet.value(octets[i]) >= 0) {
            bits = bits << 6 | Base64Alphabet.value(octets[i]);
            held += 6;
            if (held >= 16) {
                held -= 16;
                text.append((char) (bits >>> held));
                bits &= (1 << held) - 1;
            }
            i++;
        }
        return i < octets.length && octets[i] == '-' ? i + 1 : i;
    }
}
