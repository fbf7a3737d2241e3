// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;
import org.fumibako.registry.TwoStep;

/** 2段階認証: a code beside the password, for everybody who signs in to the panel or to webmail. */
public final class TwoStepEndpoints {
    /** The minutes after which wrong codes are forgotten. */
    private static final String MINUTES = "10";

    private final Registry registry;

    public TwoStepEndpoints(Registry registry) {
        this.registry = registry;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/two-step", "showTwoStep")
                        .says("Whether two-step sign-in is on")
                        .may(Access.SIGNED_IN)
                        .gives(TwoStepView.class)
                        .by(this::show),
                Endpoint.of(Method.POST, "/api/two-step", "beginTwoStep")
                        .says("Draws a secret for an authenticator app; nothing is switched on yet")
                        .may(Access.SIGNED_IN)
                        .gives(TwoStepSecret.class)
                        .refuses(ErrorCode.TWO_STEP_ON)
                        .by(this::begin),
                Endpoint.of(Method.PUT, "/api/two-step", "confirmTwoStep")
                        .says("Switches it on with a code of the secret; other sessions end")
                        .may(Access.SIGNED_IN)
                        .takes(CodeRequest.class)
                        .gives(RecoveryCodes.class)
                        .refuses(ErrorCode.CODE_WRONG)
                        .by(this::confirm),
                Endpoint.of(Method.POST, "/api/two-step/off", "endTwoStep")
                        .says("Switches it off with a code")
                        .may(Access.SIGNED_IN)
                        .takes(CodeRequest.class)
                        .gives(TwoStepView.class)
                        .refuses(ErrorCode.CODE_WRONG, ErrorCode.TOO_MANY_SIGN_INS)
                        .by(this::off));
    }

    /** @throws ApiException unless the code was right */
    static void require(TwoStep.Verdict verdict) {
        switch (verdict) {
            case RIGHT, NOT_NEEDED -> {}
            case WRONG -> throw ApiException.of(ErrorCode.CODE_WRONG).at("code");
            case TOO_MANY -> throw ApiException.of(ErrorCode.TOO_MANY_SIGN_INS, "minutes", MINUTES);
        }
    }

    private TwoStepView show(Call<Nothing> call) {
        TwoStep.State state = registry.twoStep().state(call.actor().require());
        return new TwoStepView(state.since().isPresent(), state.since().orElse(null), state.recoveryCodes());
    }

    private TwoStepSecret begin(Call<Nothing> call) {
        Principal who = call.actor().require();
        String secret = registry.twoStep().begin(who);
        String label = URLEncoder.encode(who.login(), StandardCharsets.UTF_8).replace("+", "%20");
        return new TwoStepSecret(secret, "otpauth://totp/Fumibako:" + label + "?secret=" + secret + "&issuer=Fumibako");
    }

    private RecoveryCodes confirm(Call<CodeRequest> call) {
        Principal who = call.actor().require();
        List<String> codes = registry.twoStep()
                .confirm(who, call.request().code(), call.origin())
                .orElseThrow(() -> ApiException.of(ErrorCode.CODE_WRONG).at("code"));
        // Whoever came in without the second step is out, and this session gets another name.
        registry.webSessions().endOthers(who, call.visit().session());
        call.visit().begin(who);
        return new RecoveryCodes(codes);
    }

    private TwoStepView off(Call<CodeRequest> call) {
        Principal who = call.actor().require();
        require(registry.twoStep().check(who, call.request().code()));
        registry.twoStep().off(who, call.origin());
        call.visit().begin(who);
        return new TwoStepView(false, null, 0);
    }
}
