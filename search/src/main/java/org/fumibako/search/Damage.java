// SPDX-License-Identifier: Apache-2.0
package org.fumibako.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;

/** Tells an index that is of no use from a disk or a database that may be better after a while. */
final class Damage {
    private Damage() {}

    /** Whether what is on disk is the matter, which trying again does not mend. */
    static boolean isFinal(Throwable failed) {
        return switch (failed) {
            case CorruptIndexException _,
                    IndexFormatTooOldException _,
                    IndexFormatTooNewException _,
                    IndexNotFoundException _,
                    NoSuchFileException _,
                    FileNotFoundException _,
                    EOFException _,
                    IllegalArgumentException _,
                    InternalError _ -> true;
            case AlreadyClosedException closed -> closed.getCause() != null && isFinal(closed.getCause());
            default -> false;
        };
    }
}
