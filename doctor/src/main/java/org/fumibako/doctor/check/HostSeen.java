// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor.check;

import java.util.List;
import java.util.function.Supplier;
import org.fumibako.delivery.host.Finding.Level;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.doctor.Check;
import org.fumibako.doctor.Evidence;
import org.fumibako.doctor.Finding;
import org.fumibako.doctor.Patient;
import org.fumibako.doctor.Phrase;

/** The server as others see it: the name of its address, blocklists, its certificate. */
public final class HostSeen implements Check {
    private final HostCheck check;
    private final Supplier<HostCheck.Host> host;

    public HostSeen(HostCheck check, Supplier<HostCheck.Host> host) {
        this.check = check;
        this.host = host;
    }

    @Override
    public String id() {
        return "host-seen";
    }

    @Override
    public Phrase subject() {
        return new Phrase("サーバー名と逆引き、証明書", "The server's name, address and certificate");
    }

    @Override
    public Finding examine(Patient patient) {
        List<org.fumibako.delivery.host.Finding> findings = check.check(host.get());
        List<Evidence> evidence = findings.stream()
                .filter(one -> one.level() != Level.GOOD)
                .map(one -> new Evidence(word(one.level()), new Phrase(one.japanese(), one.sentence())))
                .toList();
        boolean problem = findings.stream().anyMatch(one -> one.level() == Level.PROBLEM);
        boolean warning = findings.stream().anyMatch(one -> one.level() == Level.WARNING);
        Finding finding = problem
                ? Finding.suspicious("サーバーの設定に問題があります", "There is a problem with the server itself")
                        .because(
                                "サーバーの管理者が直す必要があります。サポートへご連絡ください。",
                                "Whoever runs the server has to mend it; ask support.")
                : warning
                        ? Finding.suspicious("サーバーの設定に注意があります", "Something about the server is not quite right")
                        : Finding.fine("サーバーの名前と証明書は正常です", "The server's name and certificate are in order");
        return finding.with(evidence);
    }

    private static Phrase word(Level level) {
        return switch (level) {
            case GOOD -> new Phrase("正常", "Good");
            case UNKNOWN -> new Phrase("不明", "Unknown");
            case WARNING -> new Phrase("注意", "Warning");
            case PROBLEM -> new Phrase("問題", "Problem");
        };
    }
}
