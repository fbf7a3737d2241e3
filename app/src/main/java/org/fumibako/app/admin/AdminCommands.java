// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fumibako.app.CustomerZones;
import org.fumibako.app.Signatures;
import org.fumibako.app.StoredMail;
import org.fumibako.app.ZoneFiles;
import org.fumibako.app.backup.Backup;
import org.fumibako.app.backup.BackupException;
import org.fumibako.app.control.Terminal;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.delivery.sorting.Sorter;
import org.fumibako.doctor.Doctor;
import org.fumibako.filter.weights.SharedBase;
import org.fumibako.journal.Journal;
import org.fumibako.journal.Origin;
import org.fumibako.journal.Protocol;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.ZoneRefusedException;
import org.fumibako.store.StoreException;
import org.fumibako.store.Volume;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code fumibako admin} inside the server: reads a line, runs the command of its noun, and says what became of it. */
public final class AdminCommands {
    /** Whoever may use the data directory. */
    public static final Origin OPERATOR = new Origin(Protocol.ADMIN, "admin", Optional.empty(), "", Optional.empty());

    private final Registry registry;
    private final StoredMail mail;
    private final Journal journal;
    private final HostCommands.Parts host;
    private final Dns dns;
    private final Signatures signatures;
    private final SharedBase base;
    private final Optional<Backup> backup;
    private final Doctor doctor;

    /** What names are served: the operator's files, and customers' zones. */
    public record Dns(ZoneFiles files, CustomerZones customers) {}

    /** {@code backup} is empty where the server's databases are not files of its own. */
    public AdminCommands(
            Registry registry,
            StoredMail mail,
            Journal journal,
            HostCommands.Parts host,
            Dns dns,
            Signatures signatures,
            SharedBase base,
            Optional<Backup> backup,
            Doctor doctor) {
        this.registry = registry;
        this.mail = mail;
        this.journal = journal;
        this.host = host;
        this.dns = dns;
        this.signatures = signatures;
        this.base = base;
        this.backup = backup;
        this.doctor = doctor;
    }

    /** Returns the exit status. */
    public int run(List<String> arguments, Terminal terminal) {
        Volume volume = mail.volume();
        return new CommandLine(new Root())
                .addSubcommand(new CustomerCommands(registry, terminal))
                .addSubcommand(new OperatorCommands(registry, terminal))
                .addSubcommand(new PlanCommands(registry, terminal))
                .addSubcommand(new DomainCommands(registry, terminal))
                .addSubcommand(new CommandLine(new AccountCommands(registry, volume, terminal))
                        .addSubcommand(new AccountImportCommand(registry, volume, terminal))
                        .addSubcommand(new AppPasswordCommands(registry, terminal)))
                .addSubcommand(new AliasCommands(registry, terminal))
                .addSubcommand(new ForwardCommands(registry, terminal))
                .addSubcommand(new SieveCommands(registry, volume, dryRun(volume), terminal))
                .addSubcommand(new CountryCommands(registry, terminal))
                .addSubcommand(new FilterCommands(registry, base, terminal))
                .addSubcommand(new TravelCommands(registry, terminal))
                .addSubcommand(new JournalCommand(registry, journal, terminal))
                .addSubcommand(new TraceCommand(registry, journal, terminal))
                .addSubcommand(new QueueCommands(registry, volume.queue(), terminal))
                .addSubcommand(new TlsCommands(host.tls(), host.issued(), terminal))
                .addSubcommand(new HostCommands(host, terminal))
                .addSubcommand(new CommandLine(new DnsCommands(dns, terminal))
                        .addSubcommand(new DnsCheckCommand(dns.customers(), terminal))
                        .addSubcommand(new DnsRecordCommands(dns.customers().editor(), terminal)))
                .addSubcommand(new AbuseCommands(registry, volume.queue(), terminal))
                .addSubcommand(new DkimCommands(
                        new DkimCommands.Parts(registry.dkim(), signatures.keys(), signatures.rotation()), terminal))
                .addSubcommand(new BackupCommand(backup, terminal))
                .addSubcommand(new FsckCommand(registry, volume, terminal))
                .addSubcommand(new DoctorCommand(doctor, terminal))
                .addSubcommand(new SearchCommands(mail.search(), terminal))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler((failure, line, result) -> explain(failure, terminal))
                .execute(arguments.toArray(String[]::new));
    }

    private DryRun dryRun(Volume volume) {
        Sorter.Identity identity = new Sorter.Identity(host.name(), ZoneId.systemDefault());
        return new DryRun(registry.sorting(), volume, identity, host.clock());
    }

    private static int explain(Exception failure, Terminal terminal) throws Exception {
        if (failure instanceof RegistryException
                || failure instanceof ZoneRefusedException
                || failure instanceof StoreException
                || failure instanceof IllegalArgumentException) {
            terminal.err().println("fumibako: " + failure.getMessage());
            return 1;
        }
        if (failure instanceof BackupException) {
            terminal.err().println("fumibako: " + failure.getMessage() + ".");
            return 1;
        }
        throw failure;
    }

    /** The word before the nouns. */
    @Command(
            name = "fumibako admin",
            description = "Customers, domains, accounts, evidence.",
            footer = "While the server is stopped: rebuild, which makes a lost or damaged index anew from the packs.")
    static final class Root {}
}
