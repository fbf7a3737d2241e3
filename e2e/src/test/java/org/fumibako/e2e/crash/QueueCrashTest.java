// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Demo;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.wire.ImapSession;
import org.fumibako.e2e.wire.SmtpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server with SIGKILL while mail goes out to other servers, starts it again, and looks at the other end for
 * everything it had acknowledged: each message came, and came once, unless its delivery was not answered or was under way
 * when the server was killed. The number of rounds is {@code -Dcrash.rounds}, the seed {@code -Dcrash.seed}.
 */
final class QueueCrashTest {

    private static final int ROUNDS = Math.max(1, Integer.getInteger("crash.rounds", 30) / 5);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int HANG_UP_EVERY = 97;
    private static final String UNLIMITED = "1000000000";
    private static final String FRIEND = "friend@elsewhere.test";
    private static final Pattern SUBJECT = Pattern.compile("Subject: (\\S+)");

    @Test
    void whatWasAcknowledgedArrivesAndOnlyWhatWasUnderWayArrivesTwice(@TempDir Path directory) throws Exception {
        try (Sink sink = new Sink(HANG_UP_EVERY);
                Demo demo = demo(directory, sink)) {
            Server server = demo.start();
            demo.admin("", "plan", "change", "standard", "--per-hour", UNLIMITED, "--per-day", UNLIMITED);
            QueueRounds rounds = new QueueRounds(SEED, sink, new Submitted(server.newAccount()));
            run(demo, server, rounds);
        }
    }

    @Test
    void whatIsForwardedArrivesAndStaysAsOften(@TempDir Path directory) throws Exception {
        try (Sink sink = new Sink(HANG_UP_EVERY);
                Demo demo = demo(directory, sink)) {
            Server server = demo.start();
            Account account = server.newAccount();
            demo.admin("", "forward", "add", account.address(), FRIEND);
            QueueRounds rounds = new QueueRounds(SEED, sink, new FromAStranger(account));
            run(demo, server, rounds);
            Map<String, Integer> kept = kept(server, account);
            assertThat(rounds.acknowledged())
                    .as("copies in the mailbox with seed %d", SEED)
                    .allSatisfy(
                            subject -> assertThat(kept.get(subject)).as(subject).isEqualTo(1));
        }
    }

    private static Demo demo(Path directory, Sink sink) {
        return new Demo(
                directory.resolve("data"), directory.resolve("server.log"), "--sink", String.valueOf(sink.port()));
    }

    private static void run(Demo demo, Server server, QueueRounds rounds) throws InterruptedException {
        System.out.println("crash.seed=" + SEED + " crash.rounds=" + ROUNDS);
        for (int round = 1; round <= ROUNDS; round++) {
            rounds.killWhileMailLeaves(demo, server, "r" + round);
            demo.start();
        }
        long duplicates = rounds.checkArrivals();
        System.out.println(rounds.acknowledged().size() + " messages acknowledged in " + ROUNDS
                + " rounds, all arrived, " + duplicates + " twice");
    }

    private static Map<String, Integer> kept(Server server, Account account) throws IOException {
        Map<String, Integer> kept = new HashMap<>();
        try (ImapSession session =
                ImapSession.login(server.port("imaps"), server.ca(), account.address(), account.password())) {
            session.select("INBOX");
            session.command("FETCH 1:* BODY.PEEK[HEADER.FIELDS (SUBJECT)]").stream()
                    .flatMap(response -> response.literals().stream())
                    .map(octets -> SUBJECT.matcher(ImapSession.text(octets)))
                    .filter(Matcher::find)
                    .forEach(subject -> kept.merge(subject.group(1), 1, Integer::sum));
        }
        return kept;
    }

    /** Submitted by one of our accounts. */
    private record Submitted(Account account) implements QueueRounds.Route {
        @Override
        public SmtpSession open(Server server) throws IOException {
            return SmtpSession.submit(server.port("submissions"), server.ca(), account.address(), account.password());
        }

        @Override
        public String sender() {
            return account.address();
        }

        @Override
        public String recipient() {
            return FRIEND;
        }
    }

    /** For an account that forwards. */
    private record FromAStranger(Account account) implements QueueRounds.Route {
        @Override
        public SmtpSession open(Server server) throws IOException {
            return SmtpSession.connect(server.port("smtp"));
        }

        @Override
        public String sender() {
            return "stranger@stranger.test";
        }

        @Override
        public String recipient() {
            return account.address();
        }
    }
}
