// SPDX-License-Identifier: Apache-2.0
package org.fumibako.dns.wire;

/** What is to be written does not fit into a message of {@link Wire#MAX_MESSAGE} octets. */
public final class MessageTooLongException extends RuntimeException {
    MessageTooLongException() {
        super("longer than " + Wire.MAX_MESSAGE + " octets");
    }
}
