// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** What one connection does until it is thrown out; then it comes again. */
enum Misdeed {
    HALF_A_LOGIN("imap") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            say(socket, "a LOGIN \"" + "x".repeat(60_000));
            read(socket, enough);
        }
    },
    LITERAL_WITHOUT_END("imap") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            say(socket, "a LOGIN {4294967295}\r\nb LOGIN {1000000000+}\r\n");
            flood(socket, "x".repeat(8_192), enough);
        }
    },
    DEEP_LIST("imap") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            flood(socket, "a SEARCH " + "(".repeat(5_000) + "\r\n", enough);
        }
    },
    ANSWERS_UNREAD("imap") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            flood(socket, "a CAPABILITY\r\n".repeat(500), enough);
        }
    },
    ONE_OCTET_AT_A_TIME("imap") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            trickle(socket, enough);
        }
    },
    LINE_WITHOUT_END("smtp") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            flood(socket, "EHLO " + "x".repeat(8_192), enough);
        }
    },
    RECIPIENTS_WITHOUT_END("smtp") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            say(socket, "EHLO bad.test\r\nMAIL FROM:<a@bad.test>\r\n");
            flood(socket, "RCPT TO:<user1@example.test>\r\n".repeat(200), enough);
        }
    },
    MESSAGE_WITHOUT_END("smtp") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            say(socket, "EHLO bad.test\r\nMAIL FROM:<a@bad.test>\r\nRCPT TO:<user1@example.test>\r\nDATA\r\n");
            flood(socket, "X: " + "y".repeat(8_000) + "\r\n", enough);
        }
    },
    SLOW_MESSAGE("smtp") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            say(socket, "EHLO bad.test\r\nMAIL FROM:<a@bad.test>\r\nRCPT TO:<user1@example.test>\r\nDATA\r\n");
            trickle(socket, enough);
        }
    },
    GUESSES_WITHOUT_END("pop3") {
        @Override
        void commit(Socket socket, BooleanSupplier enough) throws IOException {
            flood(socket, "USER nobody@example.test\r\n".repeat(300), enough);
        }
    };

    private static final int PAUSE_MILLIS = 100;

    private final String service;

    Misdeed(String service) {
        this.service = service;
    }

    /** The port it goes to. */
    String service() {
        return service;
    }

    /** Ends when the server hangs up, by an exception or not, or when it is enough. */
    abstract void commit(Socket socket, BooleanSupplier enough) throws IOException;

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Writes and never reads, until the server closes or stops reading. */
    private static void flood(Socket socket, String text, BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            say(socket, text);
        }
    }

    private static void trickle(Socket socket, BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            say(socket, "x");
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void read(Socket socket, BooleanSupplier enough) throws IOException {
        InputStream in = socket.getInputStream();
        while (!enough.getAsBoolean() && in.read() >= 0) {
            // Waits for the server to hang up.
        }
    }
}
