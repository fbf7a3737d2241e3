// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.list;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.mime.Headers;
import org.fumibako.webmail.url.UrlClient;
import org.fumibako.webmail.url.UrlException;
import org.fumibako.webmail.url.UrlReply;
import org.fumibako.webmail.url.UrlRequest;

/** Leaves a mailing list by one click (RFC 8058). The request comes from this server, without anything that the reader's browser knows. */
public final class OneClick {
    private static final Pattern HTTPS =
            Pattern.compile("<\\s*(https://[^>\\s]{1,2000})\\s*>", Pattern.CASE_INSENSITIVE);
    private static final String FORM = "List-Unsubscribe=One-Click";

    private final UrlClient client;

    public OneClick(UrlClient client) {
        this.client = client;
    }

    /**
     * The address that takes the request: one of HTTPS, offered for one click, in a message whose signature was good when it came
     * in (RFC 8058 §4); a forger would otherwise learn that somebody reads here. The topmost verdict is the one of this server.
     */
    public static Optional<String> address(Headers headers) {
        boolean offered = headers.first("List-Unsubscribe-Post")
                .filter(value -> value.replaceAll("\\s", "").equalsIgnoreCase(FORM))
                .isPresent();
        boolean proven = headers.first("Authentication-Results")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("dkim=pass"))
                .isPresent();
        if (!offered || !proven) {
            return Optional.empty();
        }
        Matcher address = HTTPS.matcher(headers.first("List-Unsubscribe").orElse(""));
        return address.find() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Asks to be taken off the list; whether the list's server said that it has done so. */
    public boolean leave(String address) {
        try {
            UrlReply reply = client.fetch(UrlRequest.post(address, FORM));
            return reply.status() >= 200 && reply.status() < 400;
        } catch (UrlException unreachable) {
            return false;
        }
    }
}
