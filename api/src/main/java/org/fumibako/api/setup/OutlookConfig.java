// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumibako.api.setup.MailServer.MailPort;
import org.fumibako.api.setup.MailServer.Security;
import org.fumibako.model.EmailAddress;

/** What Outlook asks for: plain old XML autodiscover ([MS-OXDSCLI]) with IMAP, POP and SMTP. */
final class OutlookConfig {
    // The request is tiny and of one form; a pattern opens no external entities.
    private static final Pattern ADDRESS =
            Pattern.compile("<(?:\\w+:)?EMailAddress>\\s*([^<\\s]{3,254})\\s*</(?:\\w+:)?EMailAddress>");

    private OutlookConfig() {}

    /** The address that a request is about. */
    static Optional<EmailAddress> address(String request) {
        Matcher found = ADDRESS.matcher(request);
        return found.find() ? EmailAddress.parse(found.group(1)) : Optional.empty();
    }

    static String of(MailServer server, EmailAddress address) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
                  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
                    <User><DisplayName>%s</DisplayName></User>
                    <Account>
                      <AccountType>email</AccountType>
                      <Action>settings</Action>
                """.formatted(Xml.escape(address.toString())));
        server.port("imap").ifPresent(port -> xml.append(protocol("IMAP", server, port, address)));
        server.port("pop3").ifPresent(port -> xml.append(protocol("POP3", server, port, address)));
        server.submission().ifPresent(port -> xml.append(protocol("SMTP", server, port, address)));
        return xml.append("    </Account>\n  </Response>\n</Autodiscover>\n").toString();
    }

    private static String protocol(String type, MailServer server, MailPort port, EmailAddress address) {
        return """
                      <Protocol>
                        <Type>%s</Type>
                        <Server>%s</Server>
                        <Port>%d</Port>
                        <LoginName>%s</LoginName>
                        <DomainRequired>off</DomainRequired>
                        <SPA>off</SPA>
                        <SSL>%s</SSL>
                        <Encryption>%s</Encryption>
                        <AuthRequired>on</AuthRequired>
                      </Protocol>
                """.formatted(
                        type,
                        server.host().ascii(),
                        port.port(),
                        Xml.escape(address.toString()),
                        port.security() == Security.NONE ? "off" : "on",
                        encryption(port.security()));
    }

    private static String encryption(Security security) {
        return switch (security) {
            case TLS -> "SSL";
            case STARTTLS -> "TLS";
            case NONE -> "None";
        };
    }
}
