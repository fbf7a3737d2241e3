// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

/** Reads msg-ids (RFC 5322 §3.6.4) as leniently as old mail needs. */
final class MessageIds {
    private MessageIds() {}

    /** The first msg-id of a field without its brackets; a value without brackets if it is one word; else empty. */
    static String first(Headers headers, String field) {
        String value = headers.first(field).orElse("");
        int open = value.indexOf('<');
        int close = value.indexOf('>', open + 1);
        String id = open >= 0 && close > open ? value.substring(open + 1, close) : oneWord(value);
        String plain = HeaderText.withoutControls(id).strip();
        return plain.length() <= MessageSummary.MAX_MESSAGE_ID
                ? plain
                : plain.substring(0, MessageSummary.MAX_MESSAGE_ID);
    }

    private static String oneWord(String value) {
        return value.indexOf(' ') < 0 ? value : "";
    }
}
