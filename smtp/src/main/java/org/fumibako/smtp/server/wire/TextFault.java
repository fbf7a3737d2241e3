// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.server.wire;

/** Why the text of a message cannot be taken; the first one met counts. */
public enum TextFault {
    /** CR without LF, or LF without CR: what one server takes for a line end and the next does not. */
    BARE_LINE_END,
    /** A NUL in the header, where it hides what follows from half of the world's readers. */
    NUL_IN_HEADER,
    HEADER_TOO_LARGE,
    LINE_TOO_LONG,
    MESSAGE_TOO_LARGE,
    /** The octets could not be kept: the disk is full or failed. */
    NOT_KEPT
}
