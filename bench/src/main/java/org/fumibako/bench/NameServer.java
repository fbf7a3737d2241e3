// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A name server under test. One thread starts and stops it. */
interface NameServer {

    /** Serves one zone on a port of 127.0.0.1, and answers when this returns. */
    void start(Path zone, String apex, int port) throws IOException, InterruptedException;

    /** Stops it and waits for its end; does nothing when it does not run. */
    void stop() throws IOException, InterruptedException;

    /** Its processes, as they are now. */
    ProcessTree processes() throws IOException;
}
