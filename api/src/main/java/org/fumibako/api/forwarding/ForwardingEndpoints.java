// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.forwarding;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.EmailAddress;
import org.fumibako.registry.Forwarding;
import org.fumibako.registry.Forwards;

/** Forwarding, for the account's owner and its customer. */
public final class ForwardingEndpoints {
    private final Forwards forwards;

    public ForwardingEndpoints(Forwards forwards) {
        this.forwards = forwards;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/accounts/{address}/forwarding", "showForwarding")
                        .says("Where the account's mail goes on to")
                        .may(Access.ACCOUNT)
                        .gives(ForwardingView.class)
                        .by(call ->
                                ForwardingView.of(forwards.of(call.theAccount().address()), null)),
                Endpoint.of(Method.PATCH, "/api/accounts/{address}/forwarding", "changeForwarding")
                        .says("Whether forwarded mail stays in the mailbox (残す), and what becomes of unproven mail")
                        .may(Access.ACCOUNT)
                        .takes(ForwardingEdit.class)
                        .gives(ForwardingView.class)
                        .by(this::change),
                Endpoint.of(Method.POST, "/api/accounts/{address}/forwarding/targets", "addForwardingTarget")
                        .says("Adds an address to forward to")
                        .may(Access.ACCOUNT)
                        .takes(NewTarget.class)
                        .gives(ForwardingView.class)
                        .refuses(
                                ErrorCode.ADDRESS_INVALID,
                                ErrorCode.FORWARD_EXISTS,
                                ErrorCode.FORWARD_TARGETS,
                                ErrorCode.FORWARD_TO_ITSELF,
                                ErrorCode.FORWARD_CIRCLE,
                                ErrorCode.NOT_FOUND)
                        .by(this::add),
                Endpoint.of(
                                Method.DELETE,
                                "/api/accounts/{address}/forwarding/targets/{target}",
                                "deleteForwardingTarget")
                        .says("Forwards to an address no more")
                        .may(Access.ACCOUNT)
                        .gives(ForwardingView.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::delete),
                Endpoint.of(
                                Method.POST,
                                "/api/accounts/{address}/forwarding/targets/{target}/resume",
                                "resumeForwardingTarget")
                        .says("Lets mail go to a stopped target again")
                        .may(Access.ACCOUNT)
                        .gives(ForwardingView.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::resume));
    }

    private ForwardingView change(Call<ForwardingEdit> call) {
        EmailAddress address = call.theAccount().address();
        ForwardingEdit edit = call.request();
        if (edit.keep() != null) {
            forwards.keep(address, edit.keep(), call.origin());
        }
        if (edit.unproven() != null) {
            forwards.unproven(address, edit.unproven(), call.origin());
        }
        return ForwardingView.of(forwards.of(address), call.undo());
    }

    private ForwardingView add(Call<NewTarget> call) {
        String text = call.request().address().strip();
        EmailAddress target = EmailAddress.parse(text)
                .orElseThrow(() -> ApiException.of(ErrorCode.ADDRESS_INVALID, "address", text)
                        .at("address"));
        Forwarding after = forwards.add(call.theAccount().address(), target, call.origin());
        return ForwardingView.of(after, call.undo());
    }

    private ForwardingView delete(Call<Nothing> call) {
        Forwarding after = forwards.delete(call.theAccount().address(), target(call), call.origin());
        return ForwardingView.of(after, call.undo());
    }

    private ForwardingView resume(Call<Nothing> call) {
        Forwarding after = forwards.resume(call.theAccount().address(), target(call), call.origin());
        return ForwardingView.of(after, call.undo());
    }

    private static EmailAddress target(Call<Nothing> call) {
        return EmailAddress.parse(call.path().getOrDefault("target", ""))
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
    }
}
