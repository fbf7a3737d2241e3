// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import org.fumibako.api.setup.MailServer.MailPort;
import org.fumibako.api.setup.MailServer.Security;
import org.fumibako.model.DomainName;

/** The file in which Thunderbird and others look for their settings: config-v1.1.xml, as Mozilla describes it. */
final class ThunderbirdConfig {
    private ThunderbirdConfig() {}

    static String of(MailServer server, DomainName domain) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <clientConfig version="1.1">
                  <emailProvider id="%s">
                    <domain>%s</domain>
                    <displayName>%s</displayName>
                    <displayShortName>%s</displayShortName>
                """.formatted(
                        domain.ascii(), domain.ascii(), Xml.escape(domain.unicode()), Xml.escape(domain.unicode())));
        server.port("imap").ifPresent(port -> xml.append(server("incomingServer", "imap", server, port)));
        server.port("pop3").ifPresent(port -> xml.append(server("incomingServer", "pop3", server, port)));
        server.submission().ifPresent(port -> xml.append(server("outgoingServer", "smtp", server, port)));
        return xml.append("  </emailProvider>\n</clientConfig>\n").toString();
    }

    private static String server(String element, String type, MailServer server, MailPort port) {
        return """
                    <%s type="%s">
                      <hostname>%s</hostname>
                      <port>%d</port>
                      <socketType>%s</socketType>
                      <username>%%EMAILADDRESS%%</username>
                      <authentication>password-cleartext</authentication>
                    </%s>
                """.formatted(element, type, server.host().ascii(), port.port(), socket(port.security()), element);
    }

    private static String socket(Security security) {
        return switch (security) {
            case TLS -> "SSL";
            case STARTTLS -> "STARTTLS";
            case NONE -> "plain";
        };
    }
}
