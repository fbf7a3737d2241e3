// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

/** A command has other arguments than it should; the message is for the person at the client. */
final class ArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArgumentException(String text) {
        super(text);
    }
}
