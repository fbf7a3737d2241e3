// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the demo says when it has started. */
final class DemoText {
    private final PrintWriter out;

    DemoText(PrintWriter out) {
        this.out = out;
    }

    void print(DemoFile file, Path data) {
        Map<String, Integer> ports = file.ports();
        out.println("Fumibako 文箱 is running on 127.0.0.1 (it calls itself " + file.host() + ").");
        out.println();
        out.println("  Receive   SMTP " + ports.get("smtp") + "   LMTP " + ports.get("lmtp"));
        out.println("  Send      STARTTLS " + ports.get("submission") + "   TLS " + ports.get("submissions"));
        out.println("  IMAP      STARTTLS " + ports.get("imap") + "   TLS " + ports.get("imaps"));
        out.println("  DNS       " + ports.get("dns") + " (UDP and TCP)   ./fumibako admin dns record list "
                + file.domain());
        out.println("  POP3      STARTTLS " + ports.get("pop3") + "   TLS " + ports.get("pop3s"));
        out.println("  Panel     http://127.0.0.1:" + ports.get("http") + "/   https://localhost:" + ports.get("https")
                + "/");
        if (ports.containsKey("sieve")) {
            out.println("  Sieve     STARTTLS " + ports.get("sieve"));
        }
        out.println();
        Stream.of(file.operator(), file.customer())
                .filter(Objects::nonNull)
                .forEach(login -> out.println("  " + login.login() + "   " + login.password()));
        file.accounts().forEach(account -> out.println("  " + account.address() + "   " + account.password()));
        DemoFile.Outside internet = file.internet();
        if (internet != null) {
            print(internet);
        }
        out.println();
        out.println("The same is in " + data.resolve("demo.json") + ". Ctrl-C stops the server; its data stays.");
        out.flush();
    }

    private void print(DemoFile.Outside internet) {
        out.println();
        out.println("Mail to others goes to a simulated Internet, and nowhere else. What it takes is in "
                + internet.directory() + "/DOMAIN/new.");
        out.println();
        internet.domains().forEach(this::line);
        out.println();
        out.println("Anybody there takes mail, but for names that end so, such as somebody-full@gmail.test:");
        out.println();
        internet.endings().forEach((word, what) -> line("-" + word, what));
    }

    private void line(String word, String what) {
        out.println("  %-18s%s".formatted(word, what));
    }
}
