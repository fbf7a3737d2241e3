// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Picks fields out of a header as HEADER.FIELDS and HEADER.FIELDS.NOT do (RFC 9051 §6.4.5.1). */
final class HeaderFilter {
    /** Longest field name that can be told from another; longer ones match no name a client asks for. */
    private static final int MAX_NAME = 256;

    private final Set<String> names;
    private final boolean except;

    HeaderFilter(List<String> names, boolean except) {
        this.names = new TreeSet<>();
        for (String name : names) {
            this.names.add(name.toLowerCase(Locale.ROOT));
        }
        this.except = except;
    }

    /**
     * Copies the fields that are wanted, folding and all, and the empty line that ends a header (whether or not the message
     * has it).
     */
    void copy(InputStream header, OutputStream sink) throws IOException {
        FieldCopier copier = new FieldCopier(sink);
        byte[] chunk = new byte[8192];
        for (int count = header.read(chunk); count >= 0; count = header.read(chunk)) {
            for (int i = 0; i < count; i++) {
                copier.accept(chunk[i]);
            }
        }
        copier.end();
    }

    private boolean wants(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT)) != except;
    }

    /** Follows the lines of one header octet by octet. */
    private final class FieldCopier {
        private final OutputStream sink;
        private final byte[] start = new byte[MAX_NAME];
        private int held;
        private boolean lineStart = true;
        private boolean deciding;
        private boolean copying;
        private boolean ended;
        private byte last = '\n';

        FieldCopier(OutputStream sink) {
            this.sink = sink;
        }

        void accept(byte octet) throws IOException {
            if (ended) {
                return;
            }
            if (lineStart) {
                beginLine(octet);
            }
            if (ended) {
                return;
            }
            if (deciding) {
                hold(octet);
            } else if (copying) {
                sink.write(octet);
            }
            lineStart = octet == '\n';
            last = octet;
        }

        private void beginLine(byte octet) {
            if (octet == ' ' || octet == '\t') {
                return;
            }
            if (octet == '\r' || octet == '\n') {
                ended = true;
                return;
            }
            deciding = true;
            held = 0;
        }

        private void hold(byte octet) throws IOException {
            start[held++] = octet;
            if (octet == ':' || octet == '\n' || held == MAX_NAME) {
                decide(octet == ':');
            }
        }

        private void decide(boolean named) throws IOException {
            String name = named ? new String(start, 0, held - 1, StandardCharsets.ISO_8859_1).stripTrailing() : "";
            copying = wants(name);
            deciding = false;
            if (copying) {
                sink.write(start, 0, held);
            }
        }

        void end() throws IOException {
            if (deciding) {
                decide(false);
            }
            if (copying && last != '\n') {
                sink.write('\r');
                sink.write('\n');
            }
            sink.write('\r');
            sink.write('\n');
        }
    }
}
