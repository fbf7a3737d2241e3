// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import java.util.Arrays;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint.Handler;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.registry.zone.ZoneRefusal;
import org.fumibako.registry.zone.ZoneRefusedException;

/** Refusals of zones as errors of the API: each has a code of its own. */
final class Refusals {
    private static final String PREFIX = "DNS_";

    private Refusals() {}

    /** What a change of a zone may be refused for. */
    static ErrorCode[] all() {
        return Arrays.stream(ZoneRefusal.values()).map(Refusals::code).toArray(ErrorCode[]::new);
    }

    static ErrorCode code(ZoneRefusal refusal) {
        return ErrorCode.valueOf(PREFIX + refusal.name());
    }

    /** A handler whose zone refusals are the API's. */
    static <Q, R> Handler<Q, R> explaining(Handler<Q, R> handler) {
        return (Call<Q> call) -> {
            try {
                return handler.handle(call);
            } catch (ZoneRefusedException refused) {
                ApiException error = ApiException.of(code(refused.refusal()));
                String field = field(refused.refusal());
                throw field.isEmpty() ? error : error.at(field);
            }
        };
    }

    private static String field(ZoneRefusal refusal) {
        return switch (refusal) {
            case NOT_A_NAME, OUTSIDE_ZONE, ALIAS_BESIDE_OTHERS, ALIAS_AT_APEX, BELOW_SUB_ZONE -> "name";
            case WRONG_TYPE, NAME_SERVERS_OF_APEX -> "type";
            case BAD_CONTENT, BAD_ADDRESS, ADDRESS_FOR_NAME, TOO_LONG, TWO_SPF, BAD_SPF, SPF_LOOK_UPS, TWO_DMARC ->
                "content";
            case BAD_TTL -> "ttlSeconds";
            case BAD_PRIORITY -> "priority";
            default -> "";
        };
    }
}
