// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.blob.Blob;
import org.fumibako.jmap.mail.MailIndex;
import org.fumibako.jmap.standard.SetOutcome;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.jmap.wire.SetError;
import org.fumibako.jmap.wire.SetException;
import org.fumibako.net.Spool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Email/import (RFC 8621 §4.8). */
public final class EmailImport implements Method {
    private static final int IN_MEMORY = 256 << 10;
    private static final Set<String> PROPERTIES = Set.of("blobId", "mailboxIds", "keywords", "receivedAt");

    private final JmapServices services;
    private final Filer filer;

    public EmailImport(JmapServices services) {
        this.services = services;
        this.filer = new Filer(services.store(), services.mail().emails());
    }

    @Override
    public String name() {
        return "Email/import";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("accountId", "ifInState", "emails"));
        ObjectNode emails =
                arguments.object("emails").orElseThrow(() -> MethodException.invalidArguments("emails is missing."));
        if (emails.size() > services.limits().maxObjectsInSet()) {
            throw new MethodException("requestTooLarge", "There are too many emails.");
        }
        for (JsonNode email : emails) {
            if (!email.isObject()) {
                throw MethodException.invalidArguments("emails is not a map of objects.");
            }
        }
        MailIndex index = services.mail().now(call.account());
        String oldState = index.state().toString();
        if (!arguments.text("ifInState").orElse(oldState).equals(oldState)) {
            throw MethodException.stateMismatch();
        }
        SetOutcome outcome = new SetOutcome();
        for (Map.Entry<String, JsonNode> entry : emails.properties()) {
            try {
                ObjectNode created = take(call, index, entry.getValue());
                call.created(entry.getKey(), created.path("id").asString());
                outcome.created(entry.getKey(), created);
            } catch (SetException e) {
                outcome.notCreated(entry.getKey(), e.error());
            }
        }
        ObjectNode response = outcome.response(
                call.accountId(), oldState, Long.toString(services.mail().modSeq(call.account())));
        return response.retain(new HashSet<>(Set.of("accountId", "oldState", "newState", "created", "notCreated")));
    }

    private ObjectNode take(Call call, MailIndex index, JsonNode email) throws SetException {
        for (String property : email.propertyNames()) {
            if (!PROPERTIES.contains(property)) {
                throw SetException.invalid(property, "There is no such property.");
            }
        }
        Wanted wanted = Wanted.of(call, index, email);
        var receivedAt = Wanted.receivedAt(email, services.clock().instant());
        Optional<Blob> found = services.blobs()
                .find(
                        call.account(),
                        call.resolve(email.path("blobId").asString("")).orElse(""));
        if (found.isEmpty()) {
            throw SetException.invalid("blobId", "There is no such blob.");
        }
        try (Blob blob = found.get();
                Spool spool =
                        new Spool(services.spool(), IN_MEMORY, services.limits().maxSizeUpload());
                InputStream in = blob.open()) {
            in.transferTo(spool);
            return filer.file(call, spool.content(), wanted, receivedAt);
        } catch (IOException e) {
            throw new SetException(new SetError("invalidEmail", "The message cannot be read, or is too large."));
        }
    }
}
