// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.util.ArrayList;
import java.util.List;

/** Reads msg-ids (RFC 5322 §3.6.4) as leniently as old mail needs. */
public final class MessageIds {
    private MessageIds() {}

    /**
     * The valid msg-ids of a raw field value, without brackets and such that the same id is the same text however it was quoted
     * or folded (RFC 5256 §3): quotes and white space are gone. Linear time.
     *
     * @param most how many are read; the others are passed over
     */
    public static List<String> all(String value, int most) {
        List<String> ids = new ArrayList<>(1);
        StringBuilder id = new StringBuilder();
        boolean inside = false;
        boolean quoted = false;
        for (int i = 0; i < value.length() && ids.size() < most; i++) {
            char c = value.charAt(i);
            if (inside && c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\' && i + 1 < value.length()) {
                id.append(value.charAt(++i));
            } else if (!quoted && c == '<') {
                inside = true;
                id.setLength(0);
            } else if (!quoted && inside && c == '>') {
                inside = false;
                addValid(id, ids);
            } else if (inside && c > ' ' && id.length() < MessageSummary.MAX_MESSAGE_ID) {
                id.append(c);
            }
        }
        return ids;
    }

    /** An id has something on both sides of an at-sign. */
    private static void addValid(StringBuilder id, List<String> ids) {
        int at = id.lastIndexOf("@");
        if (at > 0 && at < id.length() - 1) {
            ids.add(id.toString());
        }
    }

    /**
     * What a message refers to (RFC 5256 §3): the msg-ids of References, or the first one of In-Reply-To, separated by spaces.
     * Of a long list the latest are kept, {@link MessageSummary#MAX_REFERENCES} at most.
     */
    static String references(Headers headers) {
        List<String> ids = all(headers.first("References").orElse(""), Integer.MAX_VALUE);
        if (ids.isEmpty()) {
            ids = all(headers.first("In-Reply-To").orElse(""), 1);
        }
        int from = Math.max(0, ids.size() - MessageSummary.MAX_REFERENCES);
        return String.join(" ", ids.subList(from, ids.size()));
    }

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
