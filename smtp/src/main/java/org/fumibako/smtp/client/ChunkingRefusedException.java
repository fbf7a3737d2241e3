// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

/** The server offered CHUNKING and does not know BDAT: what was sent after it may have been read as commands. */
final class ChunkingRefusedException extends DialogueException {
    private static final long serialVersionUID = 1;

    ChunkingRefusedException(Attempt attempt) {
        super(attempt);
    }
}
