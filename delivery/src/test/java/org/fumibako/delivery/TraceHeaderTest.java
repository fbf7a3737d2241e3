// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fumibako.journal.Origin;
import org.fumibako.model.AccountId;
import org.fumibako.model.Content;
import org.fumibako.model.CustomerId;
import org.fumibako.model.DomainId;
import org.fumibako.model.DomainName;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.Quota;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.Test;

class TraceHeaderTest {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");
    private static final EmailAddress DOTTED = EmailAddress.of("a..b@docomo.ne.jp");

    @Test
    void oneRecipientIsNamed() throws UnknownHostException {
        assertThat(fields(Optional.of(DOTTED), "192.0.2.1", List.of(TARO)))
                .isEqualTo("Return-Path: <\"a..b\"@docomo.ne.jp>\r\n"
                        + "Received: from mx.example.com ([192.0.2.1])\r\n\tby sv001.example.jp with ESMTPS\r\n\tid x.1"
                        + "\r\n\tfor <taro@example.jp>; Wed, 25 Nov 2026 04:05:06 +0000\r\n");
    }

    @Test
    void severalRecipientsAreNot() throws UnknownHostException {
        assertThat(fields(Optional.empty(), "2001:db8::1", List.of(TARO, DOTTED)))
                .startsWith("Return-Path: <>\r\nReceived: from mx.example.com ([IPv6:2001:db8:0:0:0:0:0:1])\r\n")
                .doesNotContain(" for ");
    }

    private static String fields(Optional<EmailAddress> sender, String peer, List<EmailAddress> recipients)
            throws UnknownHostException {
        Account account = new Account(new AccountId(1), new CustomerId(1), new DomainId(1), TARO, Quota.DEFAULT, false);
        Envelope envelope = new Envelope(
                sender,
                recipients.stream()
                        .map(address -> new Envelope.Recipient(address, List.of(account)))
                        .toList());
        Arrival.Client client = new Arrival.Client("mx.example.com", InetAddress.getByName(peer));
        Arrival arrival = new Arrival(
                envelope,
                Content.of(new byte[0]),
                new Arrival.Trace(Optional.of(client), "ESMTPS", "x.1"),
                Origin.system("test"));
        byte[] fields = new TraceHeader(DomainName.of("sv001.example.jp"))
                .of(arrival, "", Instant.parse("2026-11-25T04:05:06Z"));
        return new String(fields, StandardCharsets.UTF_8);
    }
}
