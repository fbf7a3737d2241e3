// SPDX-License-Identifier: Apache-2.0
package org.fumibako.model;

/** What an account may hold: 1 to 20,000 MB, as the panel offers it. */
public record Quota(int megabytes) {
    public static final int MIN_MEGABYTES = 1;
    public static final int MAX_MEGABYTES = 20_000;

    /** What an account gets when nobody says otherwise. */
    public static final Quota DEFAULT = new Quota(2_000);

    public Quota {
        if (megabytes < MIN_MEGABYTES || megabytes > MAX_MEGABYTES) {
            throw new IllegalArgumentException("quota must be 1 to 20,000 MB, not " + megabytes);
        }
    }

    public ByteSize size() {
        return ByteSize.ofMegabytes(megabytes);
    }
}
