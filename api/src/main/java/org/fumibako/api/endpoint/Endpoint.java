// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.endpoint;

import java.util.List;

/**
 * Something that can be asked of the server: a row of the table from which routes, rights, documentation and tests are made.
 *
 * @param path such as {@code /api/domains/{domain}/accounts}
 * @param id a name for programs: {@code listAccounts}
 * @param summary one line for people
 * @param request a record: of GET the query's fields, else the body's
 * @param response a record, {@link Nothing}, {@link Download}, or {@link Shown}
 * @param errors those beside the ones that every endpoint of this access and request has
 * @param bodyLimit octets of the request's body at most
 */
public record Endpoint<Q, R>(
        Method method,
        String path,
        String id,
        String summary,
        Access access,
        Class<Q> request,
        Class<R> response,
        List<ErrorCode> errors,
        int bodyLimit,
        Handler<Q, R> handler) {
    /** Octets of a body where nobody says otherwise: forms are small. */
    public static final int DEFAULT_BODY_LIMIT = 1 << 20;

    public Endpoint {
        errors = List.copyOf(errors);
    }

    /** What it does. May throw {@link ApiException} and {@link org.fumibako.registry.RegistryException}. */
    public interface Handler<Q, R> {
        R handle(Call<Q> call);
    }

    /** Begins an endpoint that takes nothing and answers nothing. */
    public static Draft<Nothing, Nothing> of(Method method, String path, String id) {
        return new Draft<>(method, path, id, "", Access.OPERATOR, Nothing.class, Nothing.class, List.of());
    }

    /** An endpoint without its handler. */
    public record Draft<Q, R>(
            Method method,
            String path,
            String id,
            String summary,
            Access access,
            Class<Q> request,
            Class<R> response,
            List<ErrorCode> errors) {
        public Draft<Q, R> says(String line) {
            return new Draft<>(method, path, id, line, access, request, response, errors);
        }

        public Draft<Q, R> may(Access who) {
            return new Draft<>(method, path, id, summary, who, request, response, errors);
        }

        public <T> Draft<T, R> takes(Class<T> type) {
            return new Draft<>(method, path, id, summary, access, type, response, errors);
        }

        public <T> Draft<Q, T> gives(Class<T> type) {
            return new Draft<>(method, path, id, summary, access, request, type, errors);
        }

        public Draft<Q, R> refuses(ErrorCode... codes) {
            return new Draft<>(method, path, id, summary, access, request, response, List.of(codes));
        }

        public Endpoint<Q, R> by(Handler<Q, R> handler) {
            return by(DEFAULT_BODY_LIMIT, handler);
        }

        public Endpoint<Q, R> by(int bodyLimit, Handler<Q, R> handler) {
            return new Endpoint<>(method, path, id, summary, access, request, response, errors, bodyLimit, handler);
        }
    }
}
