// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fumibako.app.Fumibako;
import org.fumibako.app.StartException;
import org.fumibako.app.config.Configuration;
import org.fumibako.app.config.Configuration.Service;
import org.fumibako.app.control.Terminal;
import org.fumibako.app.demo.internet.Internet;
import org.fumibako.app.demo.stage.Scene;
import org.fumibako.app.demo.stage.Situation;
import org.fumibako.app.demo.stage.Stage;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.RegistryException;

/**
 * {@code ./fumibako demo}: everything on 127.0.0.1, each service at port base + standard port, and an Internet of its own on
 * other loopback addresses, to which all other mail goes.
 */
public final class Demo {
    static final DomainName HOST = DomainName.of("sv001.fumibako.test");
    static final DomainName DOMAIN = DomainName.of("example.test");

    private Demo() {}

    /** Of a server in {@code directory} that may choose its ports. */
    public static Configuration configuration(Path directory) {
        return DemoConfiguration.of(directory, DemoPorts.of(0), 0);
    }

    /** Where the demo keeps its data when nobody says otherwise: {@code demo-data} beside the launcher. */
    public static Path defaultDirectory() {
        return Path.of(System.getProperty("fumibako.home", "."), "demo-data");
    }

    /**
     * Starts the demo, with sample data at the first start, and writes {@code demo.json} when every port accepts.
     *
     * @param portBase 0 to 64,540; 0 lets the system choose every port
     */
    public static Fumibako open(Path directory, int portBase, Terminal terminal) {
        return open(directory, portBase, 0, terminal);
    }

    /** @param sink the port on 127.0.0.1 that takes mail for other servers; 0 for the simulated Internet */
    public static Fumibako open(Path directory, int portBase, int sink, Terminal terminal) {
        Path data = directory.toAbsolutePath().normalize();
        DemoPorts ports = DemoPorts.of(portBase);
        Fumibako server = Fumibako.open(DemoConfiguration.of(data, ports, sink));
        try {
            SampleData sample = new SampleData(server.registry(), server.zones(), server.store());
            Optional<SampleData.Logins> made = DemoFile.isThere(data) ? Optional.empty() : Optional.of(sample.create());
            Optional<Internet> internet = sink == 0 ? internet(server, data, ports, terminal) : Optional.empty();
            server.start();
            if (made.isPresent()) {
                new SampleOffice(server.registry(), server.store(), sample::password, Clock.systemUTC()).open();
                new SampleSignIns(server.registry(), server.journal()).record();
                new SampleVisits(server.registry(), server.journal(), Clock.systemUTC()).record();
            }
            if (made.isPresent() && internet.isPresent()) {
                new SampleMail(server.registry(), server.store(), Clock.systemUTC()).send();
            }
            // A later start reads who can sign in when its ports are open: loading what reads JSON takes a tenth of a
            // start.
            SampleData.Logins logins = made.isPresent() ? made.get() : logins(DemoFile.read(data), sample);
            DemoFile file = file(server, logins, internet, ports);
            file.write(data);
            new DemoText(terminal.out()).print(file, data);
            return server;
        } catch (IOException unwritable) {
            server.close();
            throw new StartException("The demo's data cannot be written: " + unwritable.getMessage() + ".", unwritable);
        } catch (RuntimeException | Error failed) {
            server.close();
            throw failed;
        }
    }

    /**
     * Makes troubles happen for the doctor to find, and says to whom.
     *
     * @param word a symptom, one situation's id, or {@code all}
     */
    public static void stage(Fumibako server, String word, Terminal terminal) {
        Stage stage = new Stage(server, new Scene(server, SampleData.CUSTOMER, DOMAIN));
        for (Situation situation : Stage.named(word)) {
            try {
                EmailAddress patient = stage.play(situation);
                terminal.out().println();
                terminal.out().println(situation.id() + ": " + situation.what());
                terminal.out().println("  ./fumibako doctor " + patient + " " + situation.symptom());
                terminal.out()
                        .println("  /panel/" + patient.domain() + "/doctor/"
                                + situation.symptom().slug() + "?address=" + patient.localPart());
            } catch (RegistryException there) {
                terminal.out().println(situation.id() + " was staged before.");
            } catch (IOException failed) {
                terminal.err().println("fumibako: " + situation.id() + " could not be staged: " + failed.getMessage());
            }
        }
        terminal.out().println("The password of these accounts is \"" + Scene.PASSWORD + "\".");
        terminal.out().flush();
    }

    /** Where a machine has only one loopback address, there is no Internet, and the demo goes on without. */
    private static Optional<Internet> internet(Fumibako server, Path data, DemoPorts ports, Terminal terminal) {
        Internet.Place place = new Internet.Place(
                data.resolve("internet"),
                ports.exchanges(),
                server.names(),
                () -> Objects.requireNonNull(server.ports().get(Service.SMTP)));
        try {
            Internet internet = Internet.open(place, Clock.systemUTC(), news -> {
                terminal.out().println(news);
                terminal.out().flush();
            });
            server.accompaniedBy(internet::close);
            return Optional.of(internet);
        } catch (IOException none) {
            terminal.err()
                    .println("fumibako: there is no simulated Internet, mail to others waits: " + none.getMessage());
            return Optional.empty();
        }
    }

    /** An older version's file has no names of the panel. */
    private static SampleData.Logins logins(DemoFile file, SampleData sample) {
        return file.operator() == null || file.customer() == null
                ? new SampleData.Logins(sample.operator(), sample.customer(), file.accounts())
                : new SampleData.Logins(file.operator(), file.customer(), file.accounts());
    }

    private static DemoFile file(
            Fumibako server, SampleData.Logins logins, Optional<Internet> internet, DemoPorts places) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        server.ports().forEach((service, port) -> ports.put(service.key(), port));
        return new DemoFile(
                HOST.ascii(),
                ports,
                logins.operator(),
                logins.customer(),
                DOMAIN.ascii(),
                logins.accounts(),
                server.caCertificate().toString(),
                internet.map(there -> new DemoFile.Outside(
                                there.directory().toString(),
                                places.exchanges(),
                                Internet.domains(),
                                Internet.endings()))
                        .orElse(null));
    }
}
