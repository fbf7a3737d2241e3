// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The fixed first part of a record; the layout is in the package's description.
 *
 * @param metaCrc CRC-32C of the meta part
 * @param contentLength octets of the content part as stored
 * @param contentCrc CRC-32C of the content part, or of its frame index
 */
record RecordHeader(
        RecordKind kind, ContentForm form, int metaLength, int metaCrc, long contentLength, int contentCrc) {
    static final int LENGTH = 32;

    static final int MAGIC = 0x46624b31;

    /** A meta part is read whole: room for a change of flags that alternate over a million messages. */
    static final int MAX_META = 64 << 20;

    /** Content is at most this: twice the largest message we take. */
    static final long MAX_CONTENT = 256L << 20;

    private static final int CHECKED = 28;

    void write(byte[] into) {
        ByteBuffer out = ByteBuffer.wrap(into, 0, LENGTH);
        out.putInt(MAGIC)
                .put((byte) kind.code())
                .put((byte) form.code())
                .putShort((short) 0)
                .putInt(metaLength)
                .putInt(metaCrc)
                .putLong(contentLength)
                .putInt(contentCrc)
                .putInt(crc(into, 0, CHECKED));
    }

    /** Reads a header at the start of {@code from}. */
    static RecordHeader read(byte[] from) throws DamagedRecordException {
        ByteBuffer in = ByteBuffer.wrap(from, 0, LENGTH);
        if (in.getInt() != MAGIC) {
            throw new DamagedRecordException("no record begins here");
        }
        Optional<RecordKind> kind = RecordKind.of(in.get());
        Optional<ContentForm> form = ContentForm.of(in.get());
        in.getShort();
        int metaLength = in.getInt();
        int metaCrc = in.getInt();
        long contentLength = in.getLong();
        int contentCrc = in.getInt();
        if (in.getInt() != crc(from, 0, CHECKED)) {
            throw new DamagedRecordException("header checksum does not match");
        }
        if (kind.isEmpty()
                || form.isEmpty()
                || metaLength < 0
                || metaLength > MAX_META
                || contentLength < 0
                || contentLength > MAX_CONTENT) {
            throw new DamagedRecordException("header out of bounds");
        }
        return new RecordHeader(kind.get(), form.get(), metaLength, metaCrc, contentLength, contentCrc);
    }

    long recordLength() {
        return LENGTH + metaLength + contentLength;
    }

    static int crc(byte[] octets, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(octets, from, length);
        return (int) crc.getValue();
    }
}
