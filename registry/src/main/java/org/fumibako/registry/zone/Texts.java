// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumibako.dns.RecordData;

/** Texts of TXT records. */
final class Texts {
    private Texts() {}

    /** A text of any length as a record: split into strings (RFC 7208 §3.3), and UTF-8 where it is not ASCII. */
    static RecordData.Txt record(String text) {
        String octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<String> strings = new ArrayList<>();
        for (int from = 0; from == 0 || from < octets.length(); from += RecordData.MAX_STRING) {
            strings.add(octets.substring(from, Math.min(octets.length(), from + RecordData.MAX_STRING)));
        }
        return new RecordData.Txt(strings);
    }

    /** What a text that begins with a version is for: {@code v=spf1}, {@code v=dmarc1}; empty for other texts. */
    static String purpose(RecordData.Txt text) {
        String start = text.joined().strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < start.length() && " ;\t".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        return start.startsWith("v=") ? start.substring(0, end) : "";
    }

    /** Whether it is an SPF record (RFC 7208 §4.5). */
    static boolean isSpf(RecordData.Txt text) {
        return purpose(text).equals("v=spf1");
    }
}
