// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumibako.app.ZoneFiles;
import org.fumibako.app.control.Terminal;
import org.fumibako.dns.server.ZoneText;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.DmarcPolicy;
import org.fumibako.registry.zone.SpfChoice;
import org.fumibako.registry.zone.ZoneEditor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin dns ...}. */
@Command(name = "dns", description = "The name server, and customers' zones.")
final class DnsCommands {
    private final ZoneFiles zones;
    private final ZoneEditor editor;
    private final Terminal terminal;

    DnsCommands(AdminCommands.Dns dns, Terminal terminal) {
        this.zones = dns.files();
        this.editor = dns.customers().editor();
        this.terminal = terminal;
    }

    @Command(name = "reload", description = "Reads the zone files again; nothing changes when one of them is wrong.")
    int reload() {
        try {
            int changed = zones.reload();
            terminal.out().println(changed == 1 ? "1 zone has changed." : changed + " zones have changed.");
            return 0;
        } catch (IOException | IllegalArgumentException wrong) {
            terminal.err().println("fumibako: the zones stay as they were: " + wrong.getMessage());
            return 1;
        }
    }

    @Command(name = "spf", description = "Who may send in a domain's name: standard, gmail, or custom RECORD.")
    int spf(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Parameters(paramLabel = "standard|gmail|custom") String choice,
            @Parameters(paramLabel = "RECORD", arity = "0..*") List<String> record) {
        String text = record == null ? "" : String.join(" ", record);
        SpfChoice chosen = switch (choice) {
            case "standard" -> SpfChoice.standard();
            case "gmail" -> SpfChoice.gmail();
            case "custom" -> new SpfChoice.Custom(text);
            default -> throw new IllegalArgumentException("SPF is standard, gmail or custom, not " + choice + ".");
        };
        editor.spf(DomainName.of(domain), chosen, AdminCommands.OPERATOR);
        terminal.out().println("SPF of " + domain + " is " + chosen.text() + ".");
        return 0;
    }

    @Command(name = "dmarc", description = "What others do with mail that only pretends to be from a domain.")
    int dmarc(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Parameters(
                            paramLabel = "none|quarantine|reject|default",
                            description = "default: none, and for a subdomain as its domain says")
                    String word) {
        Optional<DmarcPolicy> policy = DmarcPolicy.of(word);
        if (policy.isEmpty() && !word.equals("default")) {
            throw new IllegalArgumentException(
                    "A DMARC policy is none, quarantine, reject or default, not " + word + ".");
        }
        editor.dmarc(DomainName.of(domain), policy, AdminCommands.OPERATOR);
        terminal.out().println("The DMARC policy of " + domain + " is " + word + ".");
        return 0;
    }

    @Command(name = "export", description = "Prints a customer's zone as a zone file.")
    int export(@Parameters(paramLabel = "DOMAIN") String domain) {
        terminal.out().print(editor.export(DomainName.of(domain)));
        terminal.out().flush();
        return 0;
    }

    @Command(name = "import", description = "Adds the records of a zone file, whose names are all complete.")
    int load(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Parameters(paramLabel = "FILE", description = "a path that the server can read") Path file,
            @Option(names = "--replace", description = "deletes own records that the file does not have")
                    boolean replace) {
        try {
            if (Files.size(file) > ZoneText.MAX_TEXT) {
                throw new IllegalArgumentException(file + " is longer than " + ZoneText.MAX_TEXT + " octets.");
            }
            int added = editor.load(DomainName.of(domain), Files.readString(file), replace, AdminCommands.OPERATOR);
            terminal.out().println("Added " + (added == 1 ? "1 record." : added + " records."));
            return 0;
        } catch (IOException unreadable) {
            terminal.err().println("fumibako: " + file + " cannot be read: " + unreadable.getMessage());
            return 1;
        }
    }
}
