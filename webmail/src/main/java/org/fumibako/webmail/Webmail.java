// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.Resolver;
import org.fumibako.jmap.JmapService;
import org.fumibako.jmap.contacts.AddressBooks;
import org.fumibako.jmap.contacts.Cards;
import org.fumibako.model.DomainName;
import org.fumibako.webmail.contacts.Correspondents;
import org.fumibako.webmail.image.PictureLinks;
import org.fumibako.webmail.image.PictureProxy;
import org.fumibako.webmail.list.OneClick;
import org.fumibako.webmail.page.Pages;
import org.fumibako.webmail.url.HostLookup;
import org.fumibako.webmail.url.PublicAddress;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlLimits;

/** All that the webmail asks of its server beside JMAP, put together. */
public record Webmail(
        Pages pages,
        PictureLinks links,
        PictureProxy pictures,
        OneClick lists,
        AddressBooks books,
        Cards cards,
        Correspondents correspondents) {
    /** To DNS for one host: both families, and the aliases that lead there. */
    private static final int QUESTIONS = 20;

    /**
     * What it is made of.
     *
     * @param host our own name
     * @param spool directory for temporary files, which is there
     * @param secrets for signing links, the newest first
     * @param reachable what may be connected to on behalf of a message: {@link PublicAddress#is}, but in tests
     */
    public record Parts(
            DomainName host,
            JmapService jmap,
            Path spool,
            Resolver names,
            Supplier<List<byte[]>> secrets,
            Predicate<InetAddress> reachable,
            UrlLimits limits,
            InstantSource clock) {}

    /** Puts it together. */
    public static Webmail of(Parts parts) {
        PictureLinks links = new PictureLinks(parts.secrets(), parts.clock());
        UrlClient client = new UrlClient(lookup(parts.names()), parts.reachable(), tls(), parts.limits());
        return new Webmail(
                new Pages(parts.jmap().blobs(), parts.spool(), links),
                links,
                new PictureProxy(client),
                new OneClick(parts.host(), client),
                parts.jmap().books(),
                new Cards(parts.jmap().books(), parts.clock()),
                new Correspondents(parts.jmap().mail()));
    }

    private static HostLookup lookup(Resolver names) {
        return (host, limit) -> DnsName.parse(host).stream()
                .map(name -> names.addresses(name, budget(limit)))
                .flatMap(Webmail::addresses)
                .toList();
    }

    private static Budget budget(Duration limit) {
        return Budget.of(QUESTIONS, limit, System::nanoTime);
    }

    private static Stream<InetAddress> addresses(Answer answer) {
        return Stream.concat(
                answer.all(RecordData.A.class).stream().map(RecordData.A::address),
                answer.all(RecordData.Aaaa.class).stream().map(RecordData.Aaaa::address));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
