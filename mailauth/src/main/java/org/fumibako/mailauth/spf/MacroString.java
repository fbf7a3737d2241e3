// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fumibako.dns.DnsName;

/** Text with macros in it (RFC 7208 §7.1). */
record MacroString(List<Part> parts) {
    MacroString {
        parts = List.copyOf(parts);
    }

    /** A stretch of it. */
    sealed interface Part permits Text, Escape, Macro {
        String expand(MacroValues values);
    }

    record Text(String text) implements Part {
        @Override
        public String expand(MacroValues values) {
            return text;
        }
    }

    /** {@code %%}, {@code %_} or {@code %-}; apart from text because a name may end in one. */
    record Escape(String text) implements Part {
        @Override
        public String expand(MacroValues values) {
            return text;
        }
    }

    /** The name it makes here; empty when there can be no such name. */
    Optional<DnsName> name(MacroValues values) {
        Deque<String> tail = new ArrayDeque<>();
        int length = 0;
        // What stands further left than a name is long is cut off anyway (RFC 7208 §7.3), so it is not even made.
        for (int i = parts.size() - 1; i >= 0 && length <= DnsName.MAX_LENGTH + 1; i--) {
            String expanded = parts.get(i).expand(values);
            tail.addFirst(expanded);
            length += expanded.length();
        }
        return DnsName.parse(fitted(String.join("", tail)));
    }

    /** Labels go from the left until the rest is short enough (RFC 7208 §7.3). */
    private static String fitted(String text) {
        int end = text.endsWith(".") ? text.length() - 1 : text.length();
        int from = 0;
        while (end - from > DnsName.MAX_LENGTH) {
            int dot = text.indexOf('.', from);
            if (dot < 0) {
                break;
            }
            from = dot + 1;
        }
        return text.substring(from, Math.max(from, end));
    }

    /** The text it makes here; empty when that is longer than {@code most}. */
    Optional<String> text(MacroValues values, int most) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.expand(values));
            if (text.length() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }
}
