// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fumibako.app.control.Terminal;
import org.fumibako.delivery.dkim.DomainKeys;
import org.fumibako.delivery.dkim.KeyRotation;
import org.fumibako.mailauth.dkim.KeySchedule;
import org.fumibako.mailauth.dkim.KeySchedule.Policy;
import org.fumibako.model.DomainName;
import org.fumibako.registry.dkim.DkimKeys;
import org.fumibako.registry.dkim.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code admin dkim ...}: which domains sign, and with what (DKIM設定). */
@Command(name = "dkim", description = "The signatures of our domains.")
final class DkimCommands {
    private final Parts parts;
    private final Terminal terminal;

    /** What the commands work with. */
    record Parts(DkimKeys keys, DomainKeys schedules, KeyRotation rotation) {}

    DkimCommands(Parts parts, Terminal terminal) {
        this.parts = parts;
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Lists the domains that sign, or one domain's keys with their records.")
    int list(@Parameters(arity = "0..1", paramLabel = "DOMAIN") @Nullable String name) {
        if (name != null) {
            DomainName domain = DomainName.of(name);
            if (!parts.keys().signs(domain)) {
                terminal.out().println(domain + "  does not sign");
                return 0;
            }
            print(domain, true);
            return 0;
        }
        parts.keys().signing().forEach(domain -> print(domain, false));
        return 0;
    }

    @Command(name = "add", description = "Lets a domain sign that was taken off; its keys are made at once.")
    int add(@Parameters(paramLabel = "DOMAIN") String name) {
        parts.keys().sign(DomainName.of(name), true, AdminCommands.OPERATOR);
        terminal.out().println("Domain " + name + " signs its mail; its keys are being made.");
        return 0;
    }

    @Command(name = "rotate", description = "Makes new keys now; they sign when DNS is sure to show them.")
    int rotate(@Parameters(paramLabel = "DOMAIN") String name) {
        List<String> selectors = parts.rotation().rotate(DomainName.of(name));
        if (selectors.isEmpty()) {
            terminal.err().println("fumibako: Domain " + name + " does not sign.");
            return 1;
        }
        terminal.out()
                .println("Made " + String.join(" and ", selectors) + "; they sign in "
                        + Policy.DEFAULT.settling().toHours() + " hours.");
        return 0;
    }

    @Command(name = "delete", description = "Deletes one key, or takes a domain off: all its keys go.")
    int delete(
            @Parameters(paramLabel = "DOMAIN") String name,
            @Option(names = "--selector", paramLabel = "S", description = "only this key") @Nullable String selector) {
        DomainName domain = DomainName.of(name);
        if (selector == null) {
            parts.keys().sign(domain, false, AdminCommands.OPERATOR);
            terminal.out().println("Domain " + domain + " does not sign its mail any more.");
        } else {
            parts.keys().delete(domain, selector, AdminCommands.OPERATOR);
            terminal.out().println("Deleted key " + selector + " of domain " + domain + ".");
        }
        return 0;
    }

    private void print(DomainName domain, boolean records) {
        List<SigningKey> keys = parts.keys().of(domain);
        terminal.out().println(domain + (keys.isEmpty() ? "  its keys are being made" : ""));
        KeySchedule schedule = parts.schedules().schedule(domain);
        for (SigningKey key : keys) {
            LocalDate made = LocalDate.ofInstant(key.created(), ZoneId.systemDefault());
            terminal.out()
                    .println("  " + key.selector() + "  " + key.algorithm() + "  made " + made + "  "
                            + standing(key, schedule));
            if (records) {
                terminal.out().println("    " + key.selector() + "._domainkey." + domain + " TXT " + key.record());
            }
        }
    }

    private static String standing(SigningKey key, KeySchedule schedule) {
        if (schedule.signing().stream().anyMatch(at -> at.selector().equals(key.selector()))) {
            return "signs";
        }
        boolean newer = schedule.signing().stream()
                .filter(at -> at.algorithm().token().equals(key.algorithm()))
                .anyMatch(at -> at.created().isBefore(key.created()));
        return newer ? "published, signs later" : "published for mail on its way";
    }
}
