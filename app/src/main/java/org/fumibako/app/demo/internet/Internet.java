// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.demo.internet;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.fumibako.dns.Resolver;
import org.fumibako.mailauth.Examiner;
import org.fumibako.model.DomainName;
import org.fumibako.net.DemoAuthority;
import org.fumibako.net.ListenException;
import org.fumibako.net.TlsContexts;

/** All simulated servers. One thread opens and closes it. */
public final class Internet implements AutoCloseable {
    /** Who examines messages: stands in explanations that SPF records ask for, and nowhere else. */
    private static final DomainName EXAMINER = DomainName.of("internet.test");

    private static final DomainName STRANGER = DomainName.of("stranger.test");

    private final Path directory;
    private final List<MailHost> hosts = new ArrayList<>();

    private Internet(Path directory) {
        this.directory = directory;
    }

    /**
     * Where it is.
     *
     * @param directory what it takes, and its certificates
     * @param port on which every server takes mail, each on its own loopback address
     * @param names all the names there are
     * @param demo the port on 127.0.0.1 that takes what servers write back; asked for when it is needed
     */
    public record Place(Path directory, int port, Resolver names, IntSupplier demo) {}

    /**
     * Returns when every server listens.
     *
     * @param news is told in a line what was taken
     * @throws IOException when certificates cannot be made, or this machine has no loopback addresses but one
     */
    public static Internet open(Place place, Clock clock, Consumer<String> news) throws IOException {
        SecureRandom random = new SecureRandom();
        Reception.Parts parts = new Reception.Parts(
                new Notebook(clock),
                new Keeper(place.directory()),
                new Examiner(place.names(), EXAMINER, clock, System::nanoTime, random),
                new Correspondent(place.demo(), news),
                clock,
                news);
        List<DomainName> domains = Provider.ALL.stream().map(Provider::domain).toList();
        TlsContexts own = certificates(place, "tls", domains, clock);
        TlsContexts strange = certificates(place, "strange-tls", List.of(STRANGER), clock);
        Internet internet = new Internet(place.directory());
        try {
            for (Provider provider : Provider.ALL) {
                for (Host host : provider.hosts()) {
                    TlsContexts tls = host.is(Trait.STRANGE_CERTIFICATE) ? strange : own;
                    if (!host.is(Trait.ABSENT)) {
                        internet.add(new MailHost(provider, host, place.port(), tls, parts));
                    }
                }
            }
            return internet;
        } catch (ListenException taken) {
            internet.close();
            throw taken;
        }
    }

    /** What it has taken is below, in {@code DOMAIN/new}. */
    public Path directory() {
        return directory;
    }

    /** Every domain with a word on how its servers behave. */
    public static Map<String, String> domains() {
        Map<String, String> domains = new LinkedHashMap<>();
        Provider.ALL.forEach(provider -> domains.put(provider.domain().ascii(), provider.what()));
        return domains;
    }

    /** Every ending of a recipient's name ({@code somebody-full}) with what becomes of mail to it. */
    public static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        for (Ending ending : Ending.values()) {
            endings.put(ending.word(), ending.what());
        }
        return endings;
    }

    private void add(MailHost host) throws ListenException {
        host.start();
        hosts.add(host);
    }

    private static TlsContexts certificates(Place place, String name, List<DomainName> names, Clock clock)
            throws IOException {
        return new TlsContexts(new DemoAuthority(place.directory().resolve(name), names, clock, new SecureRandom()));
    }

    @Override
    public void close() {
        hosts.forEach(MailHost::close);
    }
}
