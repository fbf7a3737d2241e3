// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.bayes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is spam to everybody: counts in a file of the operator's, held in memory. No account's judgement ever comes into it, so nobody can
 * teach it anything against others. Safe for any number of threads.
 */
public final class SharedBase implements Counts {
    private final Path file;
    private volatile Counts counts = Counts.NONE;

    private SharedBase(Path file) {
        this.file = file;
    }

    /** One that knows nothing yet, whatever the file holds. */
    public static SharedBase empty(Path file) {
        return new SharedBase(file);
    }

    /** Reads the file; without one nothing is known. */
    public static SharedBase open(Path file) throws IOException {
        SharedBase base = new SharedBase(file);
        if (Files.exists(file)) {
            base.counts = TokenFile.read(file);
        }
        return base;
    }

    /** Takes other counts: on disk first, then for the next message. */
    public void replace(TokenTable table) throws IOException {
        TokenFile.write(table, file);
        counts = table;
    }

    @Override
    public int spam() {
        return counts.spam();
    }

    @Override
    public int ham() {
        return counts.ham();
    }

    @Override
    public long of(long token) {
        return counts.of(token);
    }
}
