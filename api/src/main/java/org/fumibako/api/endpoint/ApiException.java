// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumibako.registry.RegistryException;

/** A request is refused. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, String> facts;
    private final String field;

    private ApiException(ErrorCode code, String field, Map<String, String> facts) {
        super(code.text(Language.EN, facts));
        this.code = code;
        this.field = field;
        this.facts = Map.copyOf(facts);
    }

    /** @param facts names and values in turn, for the braces in the texts */
    public static ApiException of(ErrorCode code, String... facts) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            named.put(facts[i], facts[i + 1]);
        }
        return new ApiException(code, "", named);
    }

    /**
     * Too many wrong passwords were tried.
     *
     * @param delay until the next one is looked at; told in minutes begun
     */
    public static ApiException tooManySignIns(Duration delay) {
        String minutes = String.valueOf(Math.max(1, delay.plusSeconds(59).toMinutes()));
        return of(ErrorCode.TOO_MANY_SIGN_INS, "minutes", minutes);
    }

    /** The refusal of a lower floor, by its word where it has one, else by its reason. */
    public static ApiException of(RegistryException refused) {
        ErrorCode code = ErrorCode.of(refused.word()).orElseGet(() -> switch (refused.reason()) {
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case ALREADY_EXISTS -> ErrorCode.ALREADY_EXISTS;
            case IN_USE -> ErrorCode.IN_USE;
            case OVER_LIMIT -> ErrorCode.OVER_LIMIT;
            case INVALID -> ErrorCode.INVALID;
        });
        return new ApiException(code, "", refused.facts());
    }

    /** Names the field of the request that is at fault: {@code targets[2].address}. */
    public ApiException at(String name) {
        Map<String, String> named = new HashMap<>(facts);
        named.put("field", name);
        return new ApiException(code, name, named);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, String> facts() {
        return facts;
    }

    /** Empty when it is about no field. */
    public Optional<String> field() {
        return Optional.of(field).filter(name -> !name.isEmpty());
    }
}
