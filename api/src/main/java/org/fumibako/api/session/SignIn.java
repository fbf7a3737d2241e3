// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.registry.PanelSignIn.Outcome;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/session}: one door for operators, customers and account owners. */
final class SignIn {
    private final Registry registry;

    SignIn(Registry registry) {
        this.registry = registry;
    }

    Endpoint<SignInRequest, SessionView> endpoint() {
        return Endpoint.of(Method.POST, "/api/session", "signIn")
                .says("Signs in as operator, customer or account owner")
                .may(Access.ANYONE)
                .takes(SignInRequest.class)
                .gives(SessionView.class)
                .refuses(
                        ErrorCode.SIGN_IN_FAILED,
                        ErrorCode.SUSPENDED,
                        ErrorCode.TOO_MANY_SIGN_INS,
                        ErrorCode.CODE_REQUIRED,
                        ErrorCode.CODE_WRONG)
                .by(this::signIn);
    }

    private SessionView signIn(Call<SignInRequest> call) {
        byte[] password = call.request().password().getBytes(StandardCharsets.UTF_8);
        Outcome outcome = registry.panelSignIn().signIn(call.request().login(), password, call.origin());
        Arrays.fill(password, (byte) 0);
        Principal principal = switch (outcome) {
            case Outcome.Granted(var who) -> who;
            case Outcome.Denied _ -> throw ApiException.of(ErrorCode.SIGN_IN_FAILED);
            case Outcome.Suspended _ -> throw ApiException.of(ErrorCode.SUSPENDED);
            case Outcome.TryLater(var delay) -> throw ApiException.tooManySignIns(delay);
        };
        secondStep(principal, call.request().code());
        call.visit().begin(principal);
        return ShowSession.view(Actor.of(principal), registry, call.language(), call.visit());
    }

    private void secondStep(Principal principal, @Nullable String code) {
        if (registry.twoStep().state(principal).since().isEmpty()) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw ApiException.of(ErrorCode.CODE_REQUIRED).at("code");
        }
        TwoStepEndpoints.require(registry.twoStep().check(principal, code));
    }
}
