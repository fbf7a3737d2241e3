// SPDX-License-Identifier: Apache-2.0
package org.fumibako.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A socket's input as TLS reads it. When the server shuts the input down to wake the reader, TLS would take the end for the
 * peer's and refuse to send a goodbye; a timeout leaves it as it is.
 */
final class WakeableInput extends FilterInputStream {
    private final BooleanSupplier closing;

    WakeableInput(InputStream input, BooleanSupplier closing) {
        super(input);
        this.closing = closing;
    }

    @Override
    public int read() throws IOException {
        return check(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return check(super.read(into, offset, length));
    }

    private int check(int result) throws SocketTimeoutException {
        if (result < 0 && closing.getAsBoolean()) {
            throw new SocketTimeoutException("the server is stopping");
        }
        return result;
    }
}
