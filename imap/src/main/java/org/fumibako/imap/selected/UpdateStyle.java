// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.selected;

/**
 * How a client wants to hear of changes, by what it has enabled.
 *
 * @param uid FETCH responses name the UID (a UID command runs, or RFC 9051 or QRESYNC is enabled)
 * @param modSeq and the mod-sequence (RFC 7162 §3.1)
 * @param vanished VANISHED stands for EXPUNGE (RFC 7162 §3.2.10)
 * @param uidOnly UIDFETCH with the UID stands for FETCH with the message number (RFC 9586)
 */
public record UpdateStyle(boolean uid, boolean modSeq, boolean vanished, boolean uidOnly) {
    public UpdateStyle(boolean uid, boolean modSeq, boolean vanished) {
        this(uid, modSeq, vanished, false);
    }

    public UpdateStyle withUid() {
        return new UpdateStyle(true, modSeq, vanished, uidOnly);
    }
}
