// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Tells the operator, a tenth at a time, how much of a long task is done. */
final class Progress implements LongConsumer {
    private final PrintWriter out;
    private final String what;
    private final long total;
    private long done;
    private long tenths;
    private String told = "";

    Progress(PrintWriter out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /** So many octets more. Ends the task, with an {@link UncheckedIOException}, when the operator has left. */
    @Override
    public void accept(long octets) {
        done += octets;
        if (total > 0 && done * 10 / total > tenths) {
            tenths = done * 10 / total;
            tell(what + ": " + size(done) + " of " + size(total));
            if (out.checkError()) {
                throw new UncheckedIOException(new IOException("nobody waits for this any more"));
            }
        }
    }

    /** Two tenths of a small task read the same. */
    private void tell(String line) {
        if (!line.equals(told)) {
            out.println(line);
            told = line;
        }
    }

    /** Octets so far. */
    long done() {
        return done;
    }

    /** {@code 1.5 GB}, in powers of 1,024 as quotas are. */
    static String size(long octets) {
        if (octets < 1 << 20) {
            return (octets + 1023) / 1024 + " KB";
        }
        boolean large = octets >= 1 << 30;
        return String.format(
                Locale.ROOT, "%.1f %s", octets / (double) (large ? 1 << 30 : 1 << 20), large ? "GB" : "MB");
    }
}
