// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes a random message and notes, in the order of a walk over the tree, where each part lies. */
final class RandomMessage {
    /** Where a part lies by construction. */
    record Place(String type, long headerOffset, long bodyOffset, long bodySize, long bodyLines) {}

    private static final String[] ENDS = {"\r\n", "\n"};

    private final RandomGenerator random;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();
    private int boundaries;

    RandomMessage(RandomGenerator random) {
        this.random = random;
        part(0, false);
    }

    byte[] octets() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    List<Place> places() {
        return places;
    }

    private String end() {
        return ENDS[random.nextInt(ENDS.length)];
    }

    private void part(int depth, boolean digest) {
        int at = places.size();
        places.add(null);
        int header = text.length();
        String type = depth > 4
                ? "TEXT/PLAIN"
                : new String[] {"TEXT/PLAIN", "MULTIPART/MIXED", "MULTIPART/DIGEST", "MESSAGE/RFC822", "IMAGE/PNG"}
                        [random.nextInt(5)];
        String boundary = "b" + "x".repeat(random.nextInt(3)) + boundaries++;
        boolean silent = type.equals(digest ? "MESSAGE/RFC822" : "TEXT/PLAIN") && random.nextBoolean();
        if (!silent) {
            text.append("content-TYPE:").append(end()).append("\t").append(type.toLowerCase(java.util.Locale.ROOT));
            text.append("; boundary=\"").append(boundary).append('"').append(end());
        }
        if (random.nextBoolean()) {
            text.append("X-Noise: --").append(boundary).append(end());
        }
        text.append(end());
        int body = text.length();
        switch (type) {
            case "MULTIPART/MIXED", "MULTIPART/DIGEST" -> multipart(boundary, depth, type.endsWith("DIGEST"));
            case "MESSAGE/RFC822" -> part(depth + 1, false);
            default -> leaf(boundary);
        }
        String content = text.substring(body);
        places.set(
                at,
                new Place(
                        type,
                        header,
                        body,
                        content.length(),
                        content.chars().filter(c -> c == '\n').count()));
    }

    private void multipart(String boundary, int depth, boolean digest) {
        if (random.nextBoolean()) {
            text.append("preamble -- ").append(boundary).append(end());
        }
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            text.append("--")
                    .append(boundary)
                    .append(" ".repeat(random.nextInt(3)))
                    .append(end());
            part(depth + 1, digest);
            text.append(end());
        }
        text.append("--").append(boundary).append("--");
        if (random.nextBoolean()) {
            text.append(end())
                    .append("epilogue")
                    .append(end())
                    .append("--")
                    .append(boundary)
                    .append("--")
                    .append(end());
        }
    }

    private void leaf(String boundary) {
        int lines = random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append("--").append(boundary);
                case 1 -> text.append("--b");
                case 2 -> text.append("\0\u00e9").append("y".repeat(random.nextInt(2_000)));
                case 3 -> text.append(" --").append(boundary).append("--");
                default -> text.append("text");
            }
            text.append(end());
        }
        if (random.nextBoolean()) {
            text.append("last line without end");
        }
    }
}
