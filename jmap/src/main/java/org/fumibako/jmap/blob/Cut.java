// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** At most so many octets of a stream. */
final class Cut extends FilterInputStream {
    private long left;

    Cut(InputStream in, long most) {
        super(in);
        this.left = Math.max(0, most);
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
