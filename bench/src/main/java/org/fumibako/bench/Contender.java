// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server under test. Not thread-safe; one thread starts, stops and measures it, the load threads only use its ports. */
interface Contender {

    /** The column of the table. */
    String name();

    Ports ports();

    /** The accounts, which exist once {@link #open} has returned. */
    List<Account> accounts();

    /** Configures it on a fresh data directory, starts it and adds the accounts. */
    void open() throws IOException, InterruptedException;

    /** Lets the accounts submit as much as they like, and signs what they send on; once, while it runs. */
    void openSubmission() throws IOException, InterruptedException;

    /** Starts it on the data it has and waits until it greets on its SMTP and IMAP ports; returns how long that took. */
    Duration start() throws IOException, InterruptedException;

    /** Stops it and waits for its end; does nothing when it does not run. */
    void stop() throws IOException, InterruptedException;

    /** The server's processes, as they are now. */
    ProcessTree processes() throws IOException;

    /** The name server that is measured in this column: ours, or the one that is measured beside it. */
    NameServer nameServer();
}
