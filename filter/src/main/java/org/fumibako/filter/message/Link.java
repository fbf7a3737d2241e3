// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.message;

/**
 * A link in a message.
 *
 * @param target where it leads, as it is written
 * @param host of the target in lower case, or empty
 * @param shown the text that stands for it; the target itself in plain text
 */
public record Link(String target, String host, String shown) {
    /** Characters of target and text that are kept. */
    static final int MAX_LENGTH = 500;

    static Link of(String target, String shown) {
        return new Link(cut(target), Hosts.ofUri(target), cut(shown));
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
