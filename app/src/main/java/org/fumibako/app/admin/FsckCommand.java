// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fumibako.app.control.Terminal;
import org.fumibako.registry.Registry;
import org.fumibako.store.Fsck;
import org.fumibako.store.Volume;
import picocli.CommandLine.Command;

/** {@code admin fsck}: whether everything that should be there is there, while the server goes on. */
@Command(
        name = "fsck",
        description =
                "Compares index, packs and registry, and reads every message; changes nothing. Status 1: problems.")
final class FsckCommand implements Callable<Integer> {
    private final Registry registry;
    private final Volume volume;
    private final Terminal terminal;

    FsckCommand(Registry registry, Volume volume, Terminal terminal) {
        this.registry = registry;
        this.volume = volume;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Fsck.Report report = volume.fsck(this::tell);
        List<String> problems = new ArrayList<>(report.problems());
        problems.addAll(new RosterCheck(registry.accounts().list(), report.accounts()).sentences());
        problems.forEach(problem -> terminal.out().println("problem: " + problem));
        report.remarks().forEach(remark -> terminal.out().println("remark: " + remark));
        terminal.out()
                .printf(
                        "%,d accounts, %,d mailboxes, %,d messages, %,d stored contents with %,d octets: %s%n",
                        report.accounts().size(),
                        report.mailboxes(),
                        report.messages(),
                        report.contents(),
                        report.octets(),
                        problems.isEmpty() ? "all is well." : problems.size() + " problems.");
        return problems.isEmpty() ? 0 : 1;
    }

    private void tell(String words) {
        terminal.out().println(words + " ...");
        terminal.out().flush();
    }
}
