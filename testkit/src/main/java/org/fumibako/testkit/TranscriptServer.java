// SPDX-License-Identifier: Apache-2.0
package org.fumibako.testkit;

import java.util.Map;

/** The server that one transcript talks to; made for it, closed after it. */
public interface TranscriptServer extends AutoCloseable {
    /** The port that speaks in clear. */
    int port();

    /** The port with implicit TLS, where there is one. */
    default int tlsPort() {
        throw new IllegalStateException("this server has no port with implicit TLS");
    }

    /** What transcripts may use as {@code {{$name}}}. */
    default Map<String, String> variables() {
        return Map.of();
    }

    @Override
    void close() throws java.io.IOException;

    /** Makes a server with the state that transcripts start from. */
    @FunctionalInterface
    interface Factory {
        /** @param transcript the file's name without its extension, for servers that differ */
        TranscriptServer start(String transcript) throws Exception;
    }
}
