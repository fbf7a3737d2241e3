// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** An enhanced mail system status code such as {@code 5.2.2} (RFC 3463 §2). */
public record EnhancedStatus(int statusClass, int subject, int detail) {
    public EnhancedStatus {
        if ((statusClass != 2 && statusClass != 4 && statusClass != 5) || subject > 999 || detail > 999) {
            throw new IllegalArgumentException(statusClass + "." + subject + "." + detail);
        }
    }

    /** Reads {@code 5.2.2}; for codes that the program itself wrote down. */
    public static EnhancedStatus of(String text) {
        String[] part = text.split("\\.", -1);
        if (part.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new EnhancedStatus(Integer.parseInt(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2]));
    }

    @Override
    public String toString() {
        return statusClass + "." + subject + "." + detail;
    }
}
