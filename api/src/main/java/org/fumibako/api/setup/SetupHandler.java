// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.zone.StsPolicy;

/**
 * What programs fetch without signing in: the settings of mail programs, and the MTA-STS policy, for every hosted domain. Says the
 * same of every address of a domain, so nobody learns which there are.
 */
public final class SetupHandler extends Handler.Abstract {
    /** Octets of a request of Outlook's, which has some 400. */
    private static final int MAX_BODY = 16_384;

    private static final List<String> LABELS = List.of("autoconfig.", "autodiscover.", "mta-sts.", "mail.");

    private final Supplier<MailServer> server;
    private final Predicate<DomainName> hosted;
    private final Optional<StsPolicy> sts;

    /** @param hosted whether mail of a domain is ours */
    public SetupHandler(Supplier<MailServer> server, Predicate<DomainName> hosted, Optional<StsPolicy> sts) {
        this.server = server;
        this.hosted = hosted;
        this.sts = sts;
    }

    private record Page(String type, String text) {
        static Page xml(String text) {
            return new Page("text/xml;charset=utf-8", text);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath().toLowerCase(Locale.ROOT);
        Optional<Page> page;
        switch (path) {
            case "/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml" -> page = thunderbird(request);
            case "/autodiscover/autodiscover.xml" -> page = outlook(request);
            case "/autodiscover/autodiscover.json" -> page = redirect(request);
            case "/mail/apple.mobileconfig" -> page = apple(request, response);
            case "/.well-known/mta-sts.txt" -> page = policy(request);
            default -> {
                return false;
            }
        }
        if (page.isEmpty()) {
            Response.writeError(request, response, callback, 404);
            return true;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.get().type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "max-age=3600");
        boolean head = request.getMethod().equals("HEAD");
        byte[] text = page.get().text().getBytes(StandardCharsets.UTF_8);
        response.write(true, head ? null : ByteBuffer.wrap(text), callback);
        return true;
    }

    private Optional<Page> thunderbird(Request request) {
        return address(request)
                .map(EmailAddress::domain)
                .filter(hosted)
                .or(() -> domain(request))
                .map(domain -> Page.xml(ThunderbirdConfig.of(server.get(), domain)));
    }

    private Optional<Page> outlook(Request request) throws IOException {
        Optional<EmailAddress> address =
                request.getMethod().equals("POST") ? OutlookConfig.address(body(request)) : address(request);
        return address.filter(one -> hosted.test(one.domain()))
                .map(one -> Page.xml(OutlookConfig.of(server.get(), one)));
    }

    /** Newer programs ask where the XML is ([MS-OXDISCO] has no more to say for mail that is not Exchange). */
    private Optional<Page> redirect(Request request) {
        boolean old =
                "autodiscoverv1".equalsIgnoreCase(parameter(request, "protocol").orElse("AutodiscoverV1"));
        return Optional.of(server.get().host().ascii())
                .filter(_ -> old)
                .map(host -> new Page(
                        "application/json",
                        "{\"Protocol\":\"AutodiscoverV1\",\"Url\":\"https://" + host
                                + "/autodiscover/autodiscover.xml\"}"));
    }

    private Optional<Page> apple(Request request, Response response) {
        Optional<Page> profile = address(request)
                .filter(one -> hosted.test(one.domain()))
                .flatMap(one -> AppleProfile.of(server.get(), one))
                .map(text -> new Page("application/x-apple-aspen-config;charset=utf-8", text));
        profile.ifPresent(_ -> response.getHeaders()
                .put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"mail.mobileconfig\""));
        return profile;
    }

    /** RFC 8461 §3.3: at the name {@code mta-sts} of the domain, and nowhere else. */
    private Optional<Page> policy(Request request) {
        String name = Request.getServerName(request).toLowerCase(Locale.ROOT);
        return sts.filter(_ -> name.startsWith("mta-sts."))
                .filter(_ -> domain(request).isPresent())
                .map(found -> new Page(
                        "text/plain;charset=utf-8", found.text(server.get().host())));
    }

    /** The hosted domain that the request's name is of. */
    private Optional<DomainName> domain(Request request) {
        String name = Request.getServerName(request).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        LABELS.stream().filter(name::startsWith).map(label -> name.substring(label.length())),
                        Stream.of(name))
                .flatMap(one -> DomainName.parse(one).stream())
                .filter(hosted)
                .findFirst();
    }

    private static Optional<EmailAddress> address(Request request) {
        return parameter(request, "emailaddress")
                .or(() -> parameter(request, "email"))
                .flatMap(EmailAddress::parse);
    }

    private static Optional<String> parameter(Request request, String name) {
        try {
            return Request.extractQueryParameters(request).stream()
                    .filter(field -> field.getName().equalsIgnoreCase(name))
                    .map(field -> field.getValue())
                    .findFirst();
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static String body(Request request) throws IOException {
        try (InputStream in = Request.asInputStream(request)) {
            return new String(in.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        }
    }
}
