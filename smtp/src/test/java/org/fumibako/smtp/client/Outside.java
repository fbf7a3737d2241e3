// SPDX-License-Identifier: Apache-2.0
package org.fumibako.smtp.client;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.fumibako.dns.RecordText;
import org.fumibako.dns.RecordType;
import org.fumibako.model.Content;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.net.AddressBlock;
import org.fumibako.testkit.FakeDns;
import org.fumibako.testkit.SinkMx;
import org.fumibako.testkit.SinkScript;

/** The world as a client sees it: a DNS, sinks, and the client itself. */
final class Outside implements AutoCloseable {
    static final DomainName DOMAIN = DomainName.of("far.test");
    static final NextHop HOP = new NextHop.MailExchangers(DOMAIN);
    static final EmailAddress SENDER = EmailAddress.of("taro@near.test");
    static final String MESSAGE = "Subject: hello\r\n\r\nHello.\r\n";

    /** As long as nobody has to wait for it, it may be long. */
    static final Duration PATIENT = Duration.ofSeconds(30);

    final FakeDns dns = new FakeDns();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private ClientLimits limits = ClientLimits.STANDARD;
    private ClientTimeouts timeouts = ClientTimeouts.STANDARD;
    private TlsPolicies policies = TlsPolicies.OPPORTUNISTIC;
    private SSLContext trust;

    Outside() {
        try {
            trust = SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** One sink that takes the mail of {@link #DOMAIN}. */
    SinkMx exchange(SinkScript script) throws IOException {
        SinkMx sink = sink(script);
        dns.add("far.test", RecordText.parse(RecordType.MX, "10 mx.far.test"));
        dns.add("mx.far.test", RecordText.parse(RecordType.A, "127.0.0.1"));
        return sink;
    }

    /** Several sinks on one port; each takes the mail of {@link #DOMAIN} with a preference of its own, the first one best. */
    List<SinkMx> exchanges(SinkScript... scripts) throws IOException {
        List<SinkMx> sinks = new ArrayList<>();
        int port = 0;
        for (SinkScript script : scripts) {
            int number = sinks.size() + 2;
            SinkMx sink = SinkMx.start(script, InetAddress.ofLiteral("127.0.0." + number), port);
            opened.add(sink);
            sinks.add(sink);
            port = sink.port();
            dns.add("far.test", RecordText.parse(RecordType.MX, number + "0 mx" + number + ".far.test"));
            dns.add("mx" + number + ".far.test", RecordText.parse(RecordType.A, "127.0.0." + number));
        }
        return sinks;
    }

    SinkMx sink(SinkScript script) throws IOException {
        SinkMx sink = SinkMx.start(script);
        opened.add(sink);
        return sink;
    }

    Outside limits(ClientLimits other) {
        limits = other;
        return this;
    }

    Outside timeouts(ClientTimeouts other) {
        timeouts = other;
        return this;
    }

    Outside policies(TlsPolicies other) {
        policies = other;
        return this;
    }

    Outside trust(SSLContext other) {
        trust = other;
        return this;
    }

    /** A client whose exchanges all listen on one port, on addresses of this machine. */
    SmtpClient client(int port) {
        ClientConfig config = new ClientConfig(
                DomainName.of("out.near.test"),
                Set.of(),
                port,
                new AddressPolicy(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow())),
                timeouts,
                limits);
        SmtpClient client = new SmtpClient(config, dns, policies, trust, new SecureRandom());
        opened.add(client);
        return client;
    }

    static Transmission message(String... recipients) {
        return text(MESSAGE, recipients);
    }

    static Transmission text(String text, String... recipients) {
        return Transmission.of(
                Optional.of(SENDER),
                Stream.of(recipients).map(EmailAddress::of).map(Recipient::of).toList(),
                Content.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Outcome only(DeliveryReport report) {
        if (report.results().size() != 1) {
            throw new AssertionError(report.toString());
        }
        return report.results().getFirst().outcome();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }
}
