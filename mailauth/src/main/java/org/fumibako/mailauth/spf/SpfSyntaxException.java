// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.spf;

/** A term that is not what the grammar wants; the message is a sentence for the owner of the record. */
final class SpfSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SpfSyntaxException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
