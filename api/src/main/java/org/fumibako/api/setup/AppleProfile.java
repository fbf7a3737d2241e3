// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.fumibako.api.setup.MailServer.MailPort;
import org.fumibako.api.setup.MailServer.Security;
import org.fumibako.model.EmailAddress;

/** A configuration profile for Apple's Mail, on computers and phones; it holds no password, the device asks for it. */
final class AppleProfile {
    private AppleProfile() {}

    /** Empty where there is no IMAP or no submission to set up. */
    static Optional<String> of(MailServer server, EmailAddress address) {
        Optional<MailPort> imap = server.port("imap");
        Optional<MailPort> smtp = server.submission();
        if (imap.isEmpty() || smtp.isEmpty()) {
            return Optional.empty();
        }
        String who = Xml.escape(address.toString());
        return Optional.of("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>PayloadContent</key>
                  <array>
                    <dict>
                      <key>EmailAccountDescription</key><string>%s</string>
                      <key>EmailAccountType</key><string>EmailTypeIMAP</string>
                      <key>EmailAddress</key><string>%s</string>
                %s%s      <key>OutgoingPasswordSameAsIncomingPassword</key><true/>
                %s    </dict>
                  </array>
                %s  <key>PayloadDisplayName</key><string>%s</string>
                </dict>
                </plist>
                """.formatted(
                        who,
                        who,
                        half("Incoming", server, imap.get(), who),
                        half("Outgoing", server, smtp.get(), who),
                        payload("com.apple.mail.managed", address, "mail"),
                        payload("Configuration", address, "profile"),
                        who));
    }

    private static String half(String way, MailServer server, MailPort port, String who) {
        return """
                      <key>%1$sMailServerAuthentication</key><string>EmailAuthPassword</string>
                      <key>%1$sMailServerHostName</key><string>%2$s</string>
                      <key>%1$sMailServerPortNumber</key><integer>%3$d</integer>
                      <key>%1$sMailServerUseSSL</key><%4$s/>
                      <key>%1$sMailServerUsername</key><string>%5$s</string>
                """.formatted(way, server.host().ascii(), port.port(), port.security() != Security.NONE, who);
    }

    /** Installed again, a profile with the same identifiers takes the place of the old one. */
    private static String payload(String type, EmailAddress address, String part) {
        UUID id = UUID.nameUUIDFromBytes((part + " " + address).getBytes(StandardCharsets.UTF_8));
        return """
                      <key>PayloadIdentifier</key><string>org.fumibako.%s.%s</string>
                      <key>PayloadType</key><string>%s</string>
                      <key>PayloadUUID</key><string>%s</string>
                      <key>PayloadVersion</key><integer>1</integer>
                """.formatted(part, id, type, id);
    }
}
