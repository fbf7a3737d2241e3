// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Optional;

/** Writes an event's fields as one line: separated by tabs; tab, line ends, NUL and backslash escaped with a backslash. */
final class DetailWriter {
    private final StringBuilder line = new StringBuilder(120);
    private boolean first = true;

    DetailWriter add(String field) {
        separate();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\0' -> line.append("\\0");
                case '\\' -> line.append("\\\\");
                default -> line.append(c);
            }
        }
        return this;
    }

    DetailWriter add(long field) {
        separate();
        line.append(field);
        return this;
    }

    /** The field's text, or an empty field. */
    DetailWriter add(Optional<?> field) {
        return add(field.map(Object::toString).orElse(""));
    }

    private void separate() {
        if (!first) {
            line.append('\t');
        }
        first = false;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
