// SPDX-License-Identifier: Apache-2.0
package org.fumibako.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.e2e.server.Account;
import org.fumibako.e2e.server.Server;
import org.fumibako.e2e.server.ServerUnderTest;
import org.fumibako.e2e.wire.ImapSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two sides that both change, brought together again and again: what differs afterwards must be nothing. */
@ExtendWith(ServerUnderTest.class)
final class MbsyncE2eTest {

    private static final int ROUNDS = 3;
    private static final int NEW_EACH_SIDE = 5;
    private static final List<String> MAILBOXES = List.of("INBOX", "Drafts", "Work");
    private static final Pattern FLAGS = Pattern.compile("FLAGS \\(([^)]*)\\)");

    private final Program program;
    private final Server server;
    private final Account account;

    MbsyncE2eTest(@TempDir Path home, Server server) {
        this.program = new Program(home);
        this.server = server;
        this.account = server.newAccount();
    }

    @BeforeEach
    void configureAndMakeMailboxes() throws IOException {
        Files.createDirectories(program.home().resolve("mail"));
        program.file(
                ".mbsyncrc", """
                IMAPAccount server
                Host localhost
                Port %d
                User %s
                Pass %s
                SSLType IMAPS
                CertificateFile %s

                IMAPStore far
                Account server

                MaildirStore near
                Path ~/mail/
                Inbox ~/mail/INBOX
                SubFolders Verbatim

                Channel all
                Far :far:
                Near :near:
                Patterns *
                Create Both
                Expunge Both
                SyncState *
                """.formatted(server.port("imaps"), account.address(), account.password(), server.ca()));
        try (Mailbox inbox = Mailbox.inbox(server, account)) {
            inbox.command("CREATE Work");
        }
    }

    @Test
    void bothSidesAreEqualAfterEveryRoundOfChanges() throws Exception {
        sync();
        for (int round = 1; round <= ROUNDS; round++) {
            for (String mailbox : MAILBOXES) {
                changeTheServer(mailbox, round);
                changeTheClient(mailbox, round);
            }
            sync();
            for (String mailbox : MAILBOXES) {
                assertThat(near(mailbox))
                        .as("%s after round %d", mailbox, round)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(far(mailbox));
            }
        }
    }

    private void sync() throws IOException, InterruptedException {
        program.run("mbsync", "-a", "-V").success();
    }

    /** New mail, a flag set, a flag taken, a message expunged. */
    private void changeTheServer(String name, int round) throws IOException {
        try (Mailbox mailbox = Mailbox.of(server, account, name)) {
            for (int i = 0; i < NEW_EACH_SIDE; i++) {
                mailbox.append(new Sample("far-%s-%d-%d".formatted(name, round, i)));
            }
            mailbox.command("STORE 1 +FLAGS (\\Answered)");
            mailbox.command("STORE 2 -FLAGS (\\Seen)");
            mailbox.command("STORE 3 +FLAGS (\\Deleted)");
            mailbox.command("EXPUNGE");
        }
    }

    private void changeTheClient(String name, int round) throws IOException {
        Maildir maildir = Maildir.make(program.home().resolve("mail/" + name));
        List<Path> known = maildir.files();
        for (int i = 0; i < NEW_EACH_SIDE; i++) {
            maildir.add(new Sample("near-%s-%d-%d".formatted(name, round, i)));
        }
        if (known.size() > 5) {
            maildir.flag(known.get(3), "FS");
            maildir.flag(known.get(4), "ST");
        }
    }

    private List<String> near(String name) throws IOException {
        List<String> messages = new ArrayList<>();
        Maildir maildir = new Maildir(program.home().resolve("mail/" + name));
        for (Path file : maildir.files()) {
            messages.add(Maildir.flags(file) + " " + withoutMark(Files.readString(file)));
        }
        return messages;
    }

    private List<String> far(String name) throws IOException {
        List<String> messages = new ArrayList<>();
        try (Mailbox mailbox = Mailbox.of(server, account, name)) {
            for (ImapSession.Response response : mailbox.command("FETCH 1:* (FLAGS BODY.PEEK[])")) {
                Matcher flags = FLAGS.matcher(response.text());
                if (flags.find() && !response.literals().isEmpty()) {
                    String body = new String(response.literals().getFirst(), StandardCharsets.UTF_8);
                    messages.add(letters(flags.group(1)) + " " + withoutMark(body.replace("\r\n", "\n")));
                }
            }
        }
        return messages;
    }

    /** IMAP's flags as Maildir writes them, in its order. */
    private static String letters(String flags) {
        StringBuilder letters = new StringBuilder();
        for (String flag : List.of("\\Draft", "\\Flagged", "\\Answered", "\\Seen", "\\Deleted")) {
            if (flags.contains(flag)) {
                letters.append(flag.equals("\\Answered") ? 'R' : flag.equals("\\Deleted") ? 'T' : flag.charAt(1));
            }
        }
        return letters.toString();
    }

    /** mbsync marks a message that it copies with a header of its own. */
    private static String withoutMark(String message) {
        return message.replaceFirst("(?m)^X-TUID: .*\n", "");
    }
}
