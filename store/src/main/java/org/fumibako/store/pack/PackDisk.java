// SPDX-License-Identifier: Apache-2.0
package org.fumibako.store.pack;

import java.io.IOException;
import java.nio.file.Path;

/** Where pack files come from: the file system, or a faulty one in tests. */
public interface PackDisk {
    /** The real disk. */
    PackDisk FILES = new FileDisk();

    /** Makes a file that is not there yet, for reading and writing; its name is on stable storage on return. */
    PackChannel create(Path file) throws IOException;

    /** Opens a file for reading and writing. */
    PackChannel open(Path file) throws IOException;

    /** Opens a file for reading. */
    PackChannel openToRead(Path file) throws IOException;
}
