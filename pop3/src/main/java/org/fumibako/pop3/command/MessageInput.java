// SPDX-License-Identifier: Apache-2.0
package org.fumibako.pop3.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.fumibako.store.StoreException;

/** A stored message as it is read. What fails here is the store, not the peer, and is a {@link StoreException}. */
final class MessageInput extends FilterInputStream {
    MessageInput(InputStream message) {
        super(message);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw new StoreException("the message cannot be read: " + e.getMessage(), e);
        }
    }
}
