// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

/**
 * Where a message lies.
 *
 * @param solo whether the pack is a solo pack
 * @param offset where the record begins
 * @param length octets of the whole record
 * @param size octets of the message
 */
public record Location(PackName pack, boolean solo, long offset, long length, long size) {
    @Override
    public String toString() {
        return pack.file() + " at " + offset;
    }
}
