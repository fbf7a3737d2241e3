// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** What the body of a message may hold: the values of MAIL's BODY parameter (RFC 6152 §2, RFC 3030 §3). */
public enum BodyType {
    SEVEN_BIT("7BIT"),
    EIGHT_BIT("8BITMIME"),
    BINARY("BINARYMIME");

    private final String keyword;

    BodyType(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }
}
