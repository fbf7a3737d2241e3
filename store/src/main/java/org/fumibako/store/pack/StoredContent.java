// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

/**
 * A message made ready for a pack, on the thread of whoever brought it.
 *
 * @param size octets of the message
 * @param octets what the record holds; empty when it lies in a solo pack
 * @param soloPack id of the solo pack, or 0
 * @param soloLength length of that file
 */
public record StoredContent(long size, ContentForm form, byte[] octets, int crc, long soloPack, long soloLength) {
    private static final byte[] NOTHING = new byte[0];

    static StoredContent inSolo(long size, long soloPack, long soloLength) {
        return new StoredContent(size, ContentForm.NONE, NOTHING, 0, soloPack, soloLength);
    }

    /** For records that are all meta part. */
    static StoredContent none() {
        return new StoredContent(0, ContentForm.NONE, NOTHING, 0, 0, 0);
    }

    public boolean solo() {
        return soloPack != 0;
    }
}
