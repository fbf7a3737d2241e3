// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.app.admin.AdminCommands;
import org.fumibako.app.admin.HostCommands;
import org.fumibako.app.backup.Backup;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.ControlServer;
import org.fumibako.app.metrics.HostGauges;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.account.AccountPurge;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.Doctor;
import org.fumibako.doctor.Practice;
import org.fumibako.journal.Journal;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.search.SearchIndex;
import org.fumibako.store.Housekeeping;
import org.fumibako.store.MessageStore;
import org.fumibako.store.StoreException;
import org.fumibako.store.Sweeper;
import org.fumibako.store.Volume;
import org.jspecify.annotations.Nullable;

/** The whole server: every floor built on the one below with plain constructors, and closed from the roof down. */
public final class Fumibako implements AutoCloseable {
    /** How long sessions may finish what they are committing; the process is gone within 5 s of being told to stop. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Clock clock = Clock.systemUTC();
    private final Ground ground;
    private final Registry registry;
    private final CustomerZones zones;
    private final Certification certification;
    private final Volume volume;
    private final SearchIndex search;
    private final Sweeper sweeper;
    private final AccountPurge accountPurge;
    private final Housekeeping housekeeping;
    private final Guard guard;
    private final Doors doors;
    private final OutboundMail outbound;
    private final Optional<Backup> backup;
    private final HostCommands.Parts host;
    private final Resolver names;
    private final Doctor doctor;
    private final List<Runnable> companions = new ArrayList<>();
    private @Nullable ControlServer control;

    private Fumibako(Configuration configuration, Ground ground) {
        this.ground = ground;
        this.names = OutboundMail.names(configuration.outbound().network(), ground.resolver());
        this.volume = Volume.open(
                new Volume.Parts(ground.volumeDatabase(), ground.directory().packs(), ground.journal(), clock));
        this.search = new SearchIndex(
                new SearchIndex.Parts(volume.arrivals(), ground.directory().search(), System::nanoTime));
        this.registry = new Registry(ground.registryDatabase(), ground.journal(), clock, new SecureRandom());
        this.zones = new CustomerZones(configuration, ground, registry, names, clock);
        this.accountPurge = new AccountPurge(registry, volume, ground.registryDatabase(), clock);
        this.sweeper = new Sweeper(volume, ground.journal(), ground.volumeDatabase(), clock);
        this.housekeeping = new Housekeeping(volume, clock);
        this.guard = new Guard(configuration, ground, registry, volume, clock);
        this.certification = new Certification(configuration, ground, registry, names, clock);
        this.host = new HostCommands.Parts(
                configuration.host(),
                configuration.dns().blocklists(),
                names,
                ground.tls(),
                certification::states,
                clock);
        this.doctor = new Doctor(
                new Practice(new Practice.Parts(
                        registry,
                        volume,
                        volume.queue(),
                        new Inbound(configuration.host(), volume, clock, ground.journal()::record),
                        OutboundMail.names(configuration.outbound().network(), ground.fresh()),
                        zones.nameServers(),
                        configuration.host(),
                        new HostCheck(names, clock),
                        host::host,
                        zones.editor(),
                        guard.signatures().step(),
                        ground.journal(),
                        clock)),
                registry,
                ground.journal(),
                clock);
        this.doors =
                new Doors(configuration, ground, registry, zones, new StoredMail(volume, search), guard, doctor, clock);
        new HostGauges(new HostGauges.Parts(
                        volume.queue(),
                        search,
                        ground.journal(),
                        ground.directory().root(),
                        doors::connections,
                        clock))
                .register(ground.metrics());
        this.outbound = new OutboundMail(configuration, ground, registry, volume, guard.signatures(), clock);
        this.backup = ground.backup(configuration, volume, clock);
    }

    /**
     * Opens the data; nothing listens yet.
     *
     * @throws StartException when something that the operator can mend is in the way
     */
    public static Fumibako open(Configuration configuration) {
        Ground ground = Ground.open(configuration, Clock.systemUTC());
        try {
            return new Fumibako(configuration, ground);
        } catch (StoreException damaged) {
            ground.close();
            throw new StartException(damaged.getMessage() + ".", damaged);
        } catch (RuntimeException | Error failed) {
            ground.close();
            throw failed;
        }
    }

    /**
     * Opens the doors and the control socket; returns when every port accepts.
     *
     * @throws StartException when a port is taken; everything is closed again then
     */
    public void start() {
        try {
            Path socket = ground.directory().controlSocket();
            control = ControlServer.start(
                    socket,
                    new AdminCommands(
                            registry,
                            new StoredMail(volume, search),
                            ground.journal(),
                            host,
                            new AdminCommands.Dns(ground.zones(), zones),
                            guard.signatures(),
                            guard.base(),
                            backup,
                            doctor)::run);
            registry.start();
            guard.start();
            outbound.start();
            doors.open();
            certification.start();
            zones.start();
            sweeper.start();
            accountPurge.start();
            housekeeping.start();
            search.start();
        } catch (StartException refused) {
            close();
            throw refused;
        } catch (IOException noSocket) {
            close();
            throw new StartException("The control socket cannot be opened: " + noSocket.getMessage() + ".", noSocket);
        }
    }

    /** The ports in use, by service; after {@link #start}. */
    public Map<Service, Integer> ports() {
        return doors.ports();
    }

    public Registry registry() {
        return registry;
    }

    /** What customers' zones say. */
    public ZoneEditor zones() {
        return zones.editor();
    }

    public MessageStore store() {
        return volume;
    }

    /** What happened. */
    public Journal journal() {
        return ground.journal();
    }

    /** What can be asked of the server over HTTP. */
    public Endpoints endpoints() {
        return doors.endpoints();
    }

    /** What the server asks about names. */
    public Resolver names() {
        return names;
    }

    /** Why mail does not arrive. */
    public Doctor doctor() {
        return doctor;
    }

    /** Closes something else together with the server, when it has closed its doors. */
    public synchronized void accompaniedBy(Runnable closing) {
        companions.add(closing);
    }

    /** The certificate of the server's own CA, when it made one. */
    public Path caCertificate() {
        return ground.directory().tls().resolve("ca.pem");
    }

    /** Stops accepting, finishes what is being committed, and closes every floor. Idempotent. */
    @Override
    public synchronized void close() {
        if (control != null) {
            control.close();
            control = null;
        }
        closeToTheWorld();
        companions.forEach(Runnable::run);
        companions.clear();
        sweeper.close();
        accountPurge.close();
        housekeeping.close();
        guard.close();
        certification.close();
        zones.close();
        search.close();
        registry.close();
        volume.close();
        ground.close();
    }

    /** In and out at once, so that both have the whole grace. */
    private void closeToTheWorld() {
        Thread out = Thread.ofVirtual().name("close-outbound").start(() -> outbound.close(GRACE));
        doors.close(GRACE);
        try {
            out.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
