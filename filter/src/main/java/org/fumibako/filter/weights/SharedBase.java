// SPDX-License-Identifier: Apache-2.0
package org.fumibako.filter.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What is spam to everybody: weights in a file of the operator's, held in memory. No account's judgement ever comes into it, so nobody can
 * teach it anything against others. Safe for any number of threads.
 */
public final class SharedBase implements Supplier<Weights> {
    private final Path file;
    private volatile Weights weights = Weights.NONE;

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
            base.weights = WeightsFile.read(file);
        }
        return base;
    }

    /** Takes other weights: on disk first, then for the next message. */
    public void replace(Weights other) throws IOException {
        WeightsFile.write(other, file);
        weights = other;
    }

    @Override
    public Weights get() {
        return weights;
    }
}
