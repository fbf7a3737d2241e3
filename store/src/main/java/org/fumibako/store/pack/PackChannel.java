// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open pack file, as far as packs need it. Reading is safe from any thread; writing is one thread's. */
public interface PackChannel extends Closeable {
    long size() throws IOException;

    /** Reads until {@code into} is full; {@link java.io.EOFException} when the file ends before. */
    void read(ByteBuffer into, long position) throws IOException;

    /** Writes all that remains in {@code from}. */
    void write(ByteBuffer from, long position) throws IOException;

    /** Returns when everything written is on stable storage. */
    void force() throws IOException;

    void truncate(long size) throws IOException;
}
