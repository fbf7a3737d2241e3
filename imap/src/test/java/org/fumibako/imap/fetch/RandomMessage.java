// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A message made together with the knowledge of where its parts are. */
final class RandomMessage {
    private static final int MAX_DEPTH = 4;

    private final RandomGenerator random;
    private int boundaries;

    private RandomMessage(RandomGenerator random) {
        this.random = random;
    }

    /** A part: its header with the empty line, and its body. {@code embedded} is whether its one part is a message. */
    record Part(String header, String body, List<Part> parts, boolean embedded) {
        String text() {
            return header + body;
        }

        byte[] octets() {
            return text().getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean isMultipart() {
            return !parts.isEmpty() && !embedded;
        }
    }

    static Part of(RandomGenerator random) {
        return new RandomMessage(random).part(0, "Subject: top\r\nFrom: a@example.jp\r\n");
    }

    private Part part(int depth, String fields) {
        return switch (depth >= MAX_DEPTH ? 0 : random.nextInt(4)) {
            case 0 -> text(fields);
            case 1 -> message(depth, fields);
            default -> multipart(depth, fields);
        };
    }

    private Part text(String fields) {
        String header = fields + "Content-Type: text/plain; charset=utf-8\r\n\r\n";
        return new Part(header, lines(), List.of(), false);
    }

    private Part message(int depth, String fields) {
        Part inner = part(depth + 1, "Subject: inner " + depth + "\r\nDate: Wed, 25 Nov 2026 04:22:32 +0900\r\n");
        return new Part(fields + "Content-Type: message/rfc822\r\n\r\n", inner.text(), List.of(inner), true);
    }

    private Part multipart(int depth, String fields) {
        String boundary = String.format("bound%03d", boundaries++);
        List<Part> parts = new ArrayList<>();
        StringBuilder body = new StringBuilder(random.nextBoolean() ? "preamble\r\n" : "");
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            Part part = part(depth + 1, "X-Depth: " + depth + "\r\n");
            parts.add(part);
            body.append("--")
                    .append(boundary)
                    .append("\r\n")
                    .append(part.text())
                    .append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n").append(random.nextBoolean() ? "epilogue\r\n" : "");
        return new Part(
                fields + "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n",
                body.toString(),
                parts,
                false);
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            lines.append("line ").append(random.nextInt(1000)).append(left > 1 || random.nextBoolean() ? "\r\n" : "");
        }
        return lines.toString();
    }
}
