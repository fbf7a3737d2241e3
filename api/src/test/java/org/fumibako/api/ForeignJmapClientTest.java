// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rs.ltt.jmap.client.JmapClient;
import rs.ltt.jmap.client.JmapRequest;
import rs.ltt.jmap.common.Request;
import rs.ltt.jmap.common.entity.Email;
import rs.ltt.jmap.common.entity.EmailAddress;
import rs.ltt.jmap.common.entity.EmailBodyPart;
import rs.ltt.jmap.common.entity.EmailBodyValue;
import rs.ltt.jmap.common.entity.Mailbox;
import rs.ltt.jmap.common.entity.Role;
import rs.ltt.jmap.common.entity.capability.MailAccountCapability;
import rs.ltt.jmap.common.method.call.email.GetEmailMethodCall;
import rs.ltt.jmap.common.method.call.email.QueryEmailMethodCall;
import rs.ltt.jmap.common.method.call.email.SetEmailMethodCall;
import rs.ltt.jmap.common.method.call.mailbox.GetMailboxMethodCall;
import rs.ltt.jmap.common.method.response.email.GetEmailMethodResponse;
import rs.ltt.jmap.common.method.response.email.SetEmailMethodResponse;
import rs.ltt.jmap.common.method.response.mailbox.GetMailboxMethodResponse;

/** What a client library of somebody else makes of our JMAP. */
class ForeignJmapClientTest {
    @TempDir
    private Path directory;

    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void itReadsMailboxesAndWritesAndFindsAnEmail() throws Exception {
        HttpUrl place = HttpUrl.get("http://127.0.0.1:" + world.server.plainPort() + "/.well-known/jmap");
        try (JmapClient client = new JmapClient("taro@example.test", World.PASSWORD, place)) {
            String account =
                    client.getSession().get(30, TimeUnit.SECONDS).getPrimaryAccount(MailAccountCapability.class);
            Mailbox drafts = drafts(client, account);
            Email draft = Email.builder()
                    .mailboxId(drafts.getId(), true)
                    .from(EmailAddress.builder()
                            .name("太郎")
                            .email("taro@example.test")
                            .build())
                    .subject("件名")
                    .textBody(EmailBodyPart.builder()
                            .partId("0")
                            .type("text/plain")
                            .build())
                    .bodyValue("0", EmailBodyValue.builder().value("本文").build())
                    .build();
            SetEmailMethodResponse set = client.call(SetEmailMethodCall.builder()
                            .accountId(account)
                            .create(Map.of("d", draft))
                            .build())
                    .get(30, TimeUnit.SECONDS)
                    .getMain(SetEmailMethodResponse.class);
            assertThat(set.getCreated()).containsKey("d");
            assertThat(found(client, account).getSubject()).isEqualTo("件名");
        }
    }

    private static Mailbox drafts(JmapClient client, String account) throws Exception {
        Mailbox[] mailboxes = client.call(
                        GetMailboxMethodCall.builder().accountId(account).build())
                .get(30, TimeUnit.SECONDS)
                .getMain(GetMailboxMethodResponse.class)
                .getList();
        return List.of(mailboxes).stream()
                .filter(mailbox -> mailbox.getRole() == Role.DRAFTS)
                .findFirst()
                .orElseThrow();
    }

    private static Email found(JmapClient client, String account) throws Exception {
        JmapClient.MultiCall calls = client.newMultiCall();
        JmapRequest.Call query =
                calls.call(QueryEmailMethodCall.builder().accountId(account).build());
        var got = calls.call(GetEmailMethodCall.builder()
                        .accountId(account)
                        .idsReference(query.createResultReference(Request.Invocation.ResultReference.Path.IDS))
                        .build())
                .getMethodResponses();
        calls.execute();
        return got.get(30, TimeUnit.SECONDS)
                .getMain(GetEmailMethodResponse.class)
                .getList()[0];
    }
}
