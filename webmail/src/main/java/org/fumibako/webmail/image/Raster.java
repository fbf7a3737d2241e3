// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Formats of pictures that are nothing but pixels. SVG is none: it is a document with scripts and addresses of its own. */
public enum Raster {
    PNG("image/png", "\u0089PNG\r\n\u001a\n", 0, ""),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", 0, ""),
    GIF_87("image/gif", "GIF87a", 0, ""),
    GIF_89("image/gif", "GIF89a", 0, ""),
    WEBP("image/webp", "RIFF", 8, "WEBP"),
    AVIF("image/avif", "", 4, "ftypavif"),
    BMP("image/bmp", "BM", 0, "");

    /** Octets at the beginning that decide. */
    public static final int HEAD = 16;

    private final String type;
    private final String begins;
    private final int place;
    private final String then;

    Raster(String type, String begins, int place, String then) {
        this.type = type;
        this.begins = begins;
        this.place = place;
        this.then = then;
    }

    public String type() {
        return type;
    }

    /** By the octets it begins with, whatever anybody says that it is. */
    public static Optional<Raster> of(byte[] octets) {
        String head = new String(octets, 0, Math.min(HEAD, octets.length), StandardCharsets.ISO_8859_1);
        for (Raster raster : values()) {
            if (head.startsWith(raster.begins) && head.startsWith(raster.then, raster.place)) {
                return Optional.of(raster);
            }
        }
        return Optional.empty();
    }
}
