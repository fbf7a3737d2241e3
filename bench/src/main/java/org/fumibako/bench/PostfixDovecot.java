// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Postfix, which delivers over LMTP to Dovecot, which keeps Maildirs, and has what accounts submit signed by OpenDKIM: instances of their
 * own in the work directory.
 */
final class PostfixDovecot implements Contender {

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    /** The owner of the Maildirs: any number that is no account of the system. */
    private static final String MAIL_UID = "5000";

    private final Path work;
    private final Ports ports;
    private final int sink;
    private final List<Account> accounts;
    private final Commands commands;
    private @Nullable Process signer;

    /** @param sink the port that takes what is for others */
    PostfixDovecot(Path work, Ports ports, int sink, List<Account> accounts) {
        this.work = work;
        this.ports = ports;
        this.sink = sink;
        this.accounts = accounts;
        this.commands = new Commands(work.resolve("commands.log"));
    }

    @Override
    public String name() {
        return "Postfix + Dovecot";
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public List<Account> accounts() {
        return accounts;
    }

    @Override
    public void open() throws IOException, InterruptedException {
        for (String directory : List.of("etc", "queue", "data", "mail", "dovecot/run", "dovecot/state")) {
            Files.createDirectories(work.resolve(directory));
        }
        configure("postfix/main.cf", "etc/main.cf");
        configure("postfix/master.cf", "etc/master.cf");
        configure("dovecot/dovecot.conf", "dovecot.conf");
        writeAccounts();
        commands.run(COMMAND_LIMIT, certificate());
        commands.run(COMMAND_LIMIT, List.of("chown", MAIL_UID + ":" + MAIL_UID, path("mail")));
        commands.run(COMMAND_LIMIT, List.of("chown", "postfix", path("data")));
        start();
    }

    /** With an EC certificate as ours, and an RSA-2048 key for signatures, which is what OpenDKIM's package makes. */
    @Override
    public void openSubmission() throws IOException, InterruptedException {
        configure("opendkim/opendkim.conf", "opendkim.conf");
        commands.run(COMMAND_LIMIT, List.of("openssl", "genrsa", "-out", path("dkim.pem"), "2048"));
        signer = commands.start(Map.of(), List.of("opendkim", "-f", "-x", path("opendkim.conf")));
        Waiting.until("OpenDKIM on port " + milter(), COMMAND_LIMIT, Duration.ofMillis(20), this::signerListens);
    }

    @Override
    public NameServer nameServer() {
        return new Nsd(work.resolve("nsd"));
    }

    @Override
    public Duration start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        commands.run(COMMAND_LIMIT, List.of("dovecot", "-c", path("dovecot.conf")));
        commands.run(COMMAND_LIMIT, List.of("postfix", "-c", path("etc"), "start"));
        Waiting.untilGreets(ports.imap(), COMMAND_LIMIT);
        Waiting.untilGreets(ports.smtp(), COMMAND_LIMIT);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        if (signer != null) {
            signer.destroy();
            signer = null;
        }
        List<Long> masters = masters();
        if (masters.isEmpty()) {
            return;
        }
        commands.run(COMMAND_LIMIT, List.of("postfix", "-c", path("etc"), "stop"));
        commands.run(COMMAND_LIMIT, List.of("doveadm", "-c", path("dovecot.conf"), "stop"));
        Waiting.until(
                "the masters' end",
                COMMAND_LIMIT,
                Duration.ofMillis(20),
                () -> masters.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    }

    @Override
    public ProcessTree processes() throws IOException {
        List<Long> roots = new ArrayList<>(masters());
        if (signer != null) {
            roots.add(signer.pid());
        }
        return new ProcessTree(roots);
    }

    private int milter() {
        return ports.submissions() + 1;
    }

    private boolean signerListens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), milter())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<Long> masters() throws IOException {
        List<Path> files = List.of(work.resolve("queue/pid/master.pid"), work.resolve("dovecot/run/master.pid"));
        List<Long> pids = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                long pid = Long.parseLong(Files.readString(file).strip());
                if (ProcessHandle.of(pid).isPresent()) {
                    pids.add(pid);
                }
            }
        }
        return pids;
    }

    private List<String> certificate() {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "30"));
        command.addAll(List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=localhost"));
        command.addAll(List.of("-keyout", path("tls-key.pem"), "-out", path("tls.pem")));
        return command;
    }

    private void writeAccounts() throws IOException {
        String users = accounts.stream()
                .map(account -> "%s:{PLAIN}%s:%s:%s::%s::\n"
                        .formatted(
                                account.address(),
                                account.password(),
                                MAIL_UID,
                                MAIL_UID,
                                path("mail/" + account.address())))
                .collect(Collectors.joining());
        Files.writeString(work.resolve("users"), users);
        String recipients =
                accounts.stream().map(account -> account.address() + " here\n").collect(Collectors.joining());
        Files.writeString(work.resolve("recipients"), recipients);
    }

    private void configure(String template, String target) throws IOException {
        Map<String, String> values = Map.of(
                "work", work.toString(),
                "domain", Account.DOMAIN,
                "uid", MAIL_UID,
                "smtp", String.valueOf(ports.smtp()),
                "imap", String.valueOf(ports.imap()),
                "imaps", String.valueOf(ports.imaps()),
                "pop3", String.valueOf(ports.pop3()),
                "submissions", String.valueOf(ports.submissions()),
                "milter", String.valueOf(milter()),
                "sink", String.valueOf(sink));
        String text;
        try (InputStream resource = PostfixDovecot.class.getResourceAsStream(template)) {
            if (resource == null) {
                throw new IOException("no resource " + template);
            }
            text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        Files.writeString(work.resolve(target), text);
    }

    private String path(String relative) {
        return work.resolve(relative).toString();
    }
}
