// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.list;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fumibako.mailauth.message.TagList;
import org.fumibako.mailauth.results.AuthenticationResults;
import org.fumibako.mime.Headers;
import org.fumibako.model.DomainName;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlException;
import org.fumibako.webmail.url.UrlReply;
import org.fumibako.webmail.url.UrlRequest;

/** Leaves a mailing list by one click (RFC 8058). The request comes from this server, without anything that the reader's browser knows. */
public final class OneClick {
    private static final Pattern HTTPS =
            Pattern.compile("<\\s*(https://[^>\\s]{1,2000})\\s*>", Pattern.CASE_INSENSITIVE);
    private static final String FORM = "List-Unsubscribe=One-Click";
    private static final List<String> OFFER = List.of("list-unsubscribe", "list-unsubscribe-post");

    private final DomainName host;
    private final UrlClient client;

    /** @param host our own name, under which verdicts about arriving mail are written (RFC 8601 §2.5) */
    public OneClick(DomainName host, UrlClient client) {
        this.host = host;
        this.client = client;
    }

    /**
     * The address that takes the request: one of HTTPS, offered for one click, in a message of which a signature that was good when
     * it came in covers the offer (RFC 8058 §4); a forger would otherwise learn that somebody reads here.
     */
    public Optional<String> address(Headers headers) {
        boolean offered = headers.first("List-Unsubscribe-Post")
                .filter(value -> value.replaceAll("\\s", "").equalsIgnoreCase(FORM))
                .isPresent();
        if (!offered || !isSigned(headers)) {
            return Optional.empty();
        }
        Matcher address = HTTPS.matcher(headers.first("List-Unsubscribe").orElse(""));
        return address.find() ? Optional.of(address.group(1)) : Optional.empty();
    }

    private boolean isSigned(Headers headers) {
        Set<String> good = headers.all(AuthenticationResults.FIELD).stream()
                .map(AuthenticationResults::parse)
                .flatMap(Optional::stream)
                .filter(verdict -> verdict.authservId().equalsIgnoreCase(host.ascii()))
                .flatMap(verdict -> verdict.results().stream())
                .filter(result ->
                        result.method().equals("dkim") && result.result().equals("pass"))
                .flatMap(result -> result.properties().stream())
                .filter(property ->
                        property.type().equals("header") && property.name().equals("d"))
                .map(property -> property.value().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return headers.all("DKIM-Signature").stream()
                .map(TagList::parse)
                .flatMap(Optional::stream)
                .anyMatch(signature ->
                        good.contains(signature.compact("d").orElse("").toLowerCase(Locale.ROOT))
                                && coversOffer(signature.compact("h").orElse("")));
    }

    private static boolean coversOffer(String fields) {
        return List.of(fields.toLowerCase(Locale.ROOT).split(":", -1)).containsAll(OFFER);
    }

    /** Asks to be taken off the list; whether the list's server said that it has done so. */
    public boolean leave(String address) {
        try {
            UrlReply reply = client.fetch(UrlRequest.post(address, FORM));
            return reply.status() >= 200 && reply.status() < 300;
        } catch (UrlException unreachable) {
            return false;
        }
    }
}
