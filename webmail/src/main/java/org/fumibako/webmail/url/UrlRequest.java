// SPDX-License-Identifier: Apache-2.0
package org.fumibako.webmail.url;

import java.nio.charset.StandardCharsets;

/**
 * What to ask a server that strangers named.
 *
 * @param accept media types that are wanted
 * @param form what to send as {@code application/x-www-form-urlencoded}; empty to get
 */
public record UrlRequest(String address, String accept, String form) {
    public static UrlRequest get(String address, String accept) {
        return new UrlRequest(address, accept, "");
    }

    public static UrlRequest post(String address, String form) {
        return new UrlRequest(address, "*/*", form);
    }

    /** Says nothing of who asks: no cookie, no language, no page that it was found on. */
    byte[] head(UrlTarget target) {
        StringBuilder head = new StringBuilder();
        head.append(form.isEmpty() ? "GET " : "POST ").append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: Mozilla/5.0 (compatible; mail proxy)\r\n");
        head.append("Accept: ").append(accept).append("\r\n");
        head.append("Accept-Encoding: identity\r\nConnection: close\r\n");
        if (!form.isEmpty()) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(form.length())
                    .append("\r\n");
        }
        return (head + "\r\n" + form).getBytes(StandardCharsets.US_ASCII);
    }
}
