// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fumibako.store.MailboxSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sessions do what they like with one mailbox; each client's picture must stay true by untagged responses alone. */
class SessionsTest {
    private static final int SESSIONS = 3;
    private static final int ROUNDS = 150;
    private static final List<String> FLAGS =
            List.of("\\Seen", "\\Deleted", "\\Flagged", "\\Answered", "work", "$junk");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyClientEndsWithWhatTheStoreHolds(long seed) throws Exception {
        RandomGenerator random = new Random(seed);
        try (TestServer server = TestServer.start()) {
            server.fill("INBOX", List.of("Subject: 1\r\n\r\na", "Subject: 2\r\n\r\nb", "Subject: 3\r\n\r\nc"));
            List<ModelClient> clients = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                clients.add(ModelClient.select(server.client(), mode(random)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                ModelClient client = clients.get(random.nextInt(SESSIONS));
                String command = command(random, client.size());
                client.run(command);
                if (random.nextInt(8) == 0) {
                    check(server, clients.get(random.nextInt(SESSIONS)), "seed " + seed + " after " + command);
                }
            }
            for (ModelClient client : clients) {
                check(server, client, "seed " + seed + " at the end");
                client.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void sessionsAtTheSameTimeEndWithTheSamePicture(long seed) throws Exception {
        try (TestServer server = TestServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.fill("INBOX", List.of("Subject: 1\r\n\r\na", "Subject: 2\r\n\r\nb", "Subject: 3\r\n\r\nc"));
            List<Future<ModelClient>> running = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                RandomGenerator random = new Random(seed * 100 + i);
                running.add(threads.submit(() -> rush(server, random)));
            }
            List<ModelClient> clients = new ArrayList<>();
            for (Future<ModelClient> client : running) {
                clients.add(client.get(60, TimeUnit.SECONDS));
            }
            for (ModelClient client : clients) {
                check(server, client, "seed " + seed);
                client.close();
            }
        }
    }

    private static ModelClient rush(TestServer server, RandomGenerator random) throws Exception {
        ModelClient client = ModelClient.select(server.client(), mode(random));
        for (int round = 0; round < ROUNDS; round++) {
            client.run(command(random, client.size()));
        }
        return client;
    }

    private static void check(TestServer server, ModelClient client, String when) throws Exception {
        client.run("NOOP");
        MailboxSnapshot store = server.store()
                .snapshot(server.account(), server.mailbox("INBOX").id());
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < store.size(); i++) {
            expected.add(store.uid(i) + " " + store.flags(i));
        }
        assertThat(client.picture()).as(when).isEqualTo(expected);
    }

    private static String command(RandomGenerator random, int size) {
        if (size == 0) {
            return "APPEND";
        }
        String set = set(random, size);
        String flags = "(" + FLAGS.get(random.nextInt(FLAGS.size())) + ")";
        String uid = random.nextInt(3) == 0 ? "UID " : "";
        return switch (random.nextInt(15)) {
            case 0, 1 -> "APPEND";
            case 2 -> uid + "STORE " + set + " +FLAGS " + flags;
            case 3 -> uid + "STORE " + set + " -FLAGS.SILENT " + flags;
            case 4 -> uid + "STORE " + set + " FLAGS.SILENT " + flags;
            case 5 -> uid + "FETCH " + set + " (FLAGS BODY[])";
            case 6 -> uid + "SEARCH " + set + " UNSEEN";
            case 7 -> "EXPUNGE";
            case 8 -> uid + "COPY " + set + " INBOX";
            case 9 -> uid + "MOVE " + set + " Trash";
            case 10 -> "SORT (DATE) UTF-8 ALL";
            case 11 -> "THREAD REFERENCES UTF-8 ALL";
            case 12 -> uid + "REPLACE " + (1 + random.nextInt(size)) + " INBOX {1+}\r\nx";
            case 13 -> "STORE " + set + " +FLAGS.SILENT (\\Deleted)";
            default -> "NOOP";
        };
    }

    private static ModelClient.Mode mode(RandomGenerator random) {
        ModelClient.Mode[] modes = ModelClient.Mode.values();
        return modes[random.nextInt(modes.length)];
    }

    private static String set(RandomGenerator random, int size) {
        int first = 1 + random.nextInt(size);
        return switch (random.nextInt(4)) {
            case 0 -> first + ":" + Math.min(size, first + 1);
            case 1 -> "*";
            default -> Integer.toString(first);
        };
    }
}
