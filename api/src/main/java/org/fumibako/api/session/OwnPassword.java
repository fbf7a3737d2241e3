// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.registry.PanelSignIn.Outcome;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;

/** {@code PUT /api/session/password}: whoever is signed in replaces their own password; every other session of theirs ends. */
final class OwnPassword {
    private final Registry registry;

    OwnPassword(Registry registry) {
        this.registry = registry;
    }

    Endpoint<OwnPasswordRequest, Done> endpoint() {
        return Endpoint.of(Method.PUT, "/api/session/password", "changeOwnPassword")
                .says("Replaces the password of whoever asks, who has to give the current one")
                .may(Access.SIGNED_IN)
                .takes(OwnPasswordRequest.class)
                .gives(Done.class)
                .refuses(
                        ErrorCode.PASSWORD_WRONG,
                        ErrorCode.TOO_MANY_SIGN_INS,
                        ErrorCode.PASSWORD_TOO_SHORT,
                        ErrorCode.PASSWORD_TOO_LONG,
                        ErrorCode.PASSWORD_CONTROL_CHARACTER,
                        ErrorCode.PASSWORD_CONTAINS_ADDRESS,
                        ErrorCode.PASSWORD_COMMON)
                .by(this::change);
    }

    private Done change(Call<OwnPasswordRequest> call) {
        Principal who = call.actor().require();
        requireCurrent(call, who);
        String password = call.request().password();
        Principal after = switch (who) {
            case Principal.Operator operator -> {
                registry.logins().operator(operator.login(), password, call.origin());
                yield operator;
            }
            case Principal.Contractor contractor -> {
                registry.logins().customerPassword(contractor.login(), password, call.origin());
                yield contractor;
            }
            case Principal.Owner owner ->
                new Principal.Owner(
                        registry.accounts().changePassword(owner.account().address(), password, call.origin()));
        };
        call.visit().begin(after);
        return new Done(null);
    }

    private void requireCurrent(Call<OwnPasswordRequest> call, Principal who) {
        byte[] current = call.request().current().getBytes(StandardCharsets.UTF_8);
        Outcome outcome = registry.panelSignIn().signIn(who.login(), current, call.origin());
        Arrays.fill(current, (byte) 0);
        switch (outcome) {
            case Outcome.Granted _ -> {}
            case Outcome.TryLater(var delay) -> throw ApiException.tooManySignIns(delay);
            case Outcome.Denied _, Outcome.Suspended _ ->
                throw ApiException.of(ErrorCode.PASSWORD_WRONG).at("current");
        }
    }
}
