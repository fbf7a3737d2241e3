// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;

/** A POP3 client that fetches, one command at a time (RFC 1939). */
final class Pop3Client implements AutoCloseable {

    private final Wire wire;

    private Pop3Client(Wire wire) {
        this.wire = wire;
    }

    static Pop3Client login(int port, Account account) throws IOException {
        Pop3Client client = new Pop3Client(Wire.connect(port, 64 * 1024));
        try {
            client.ok();
            client.command("USER " + account.address());
            client.command("PASS " + account.password());
            return client;
        } catch (IOException failure) {
            client.wire.close();
            throw failure;
        }
    }

    /** Fetches one message and drops it. */
    void retrieve(int number) throws IOException {
        command("RETR " + number);
        do {
            wire.readLine();
        } while (wire.at(0) != '.' || wire.lineLength() != 1);
    }

    @Override
    public void close() throws IOException {
        try (wire) {
            command("QUIT");
        }
    }

    private void command(String command) throws IOException {
        wire.write(command + "\r\n");
        ok();
    }

    private void ok() throws IOException {
        wire.readLine();
        if (wire.at(0) != '+') {
            throw new IOException("unexpected POP3 response: " + wire.line());
        }
    }
}
