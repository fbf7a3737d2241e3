// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.json.Binder;
import org.fumibako.api.json.Shape;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an endpoint takes: the query of GET, the body of everything else; bounded while reading. */
final class RequestReader {
    /** How deep values may lie in each other; ours lie three deep. */
    private static final int MAX_DEPTH = 20;

    private static final int PIECE = 8_192;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private RequestReader() {}

    static <Q> Q read(Endpoint<Q, ?> endpoint, Request request) {
        if (endpoint.method() == Method.GET) {
            return Binder.bind(endpoint.request(), query(endpoint.request(), request));
        }
        if (endpoint.request() == Nothing.class) {
            return endpoint.request().cast(Nothing.NOTHING);
        }
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        if (!type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
            throw ApiException.of(ErrorCode.CONTENT_TYPE);
        }
        return Binder.bind(endpoint.request(), json(body(request, endpoint.bodyLimit())));
    }

    private static byte[] body(Request request, int limit) {
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        try (InputStream in = Request.asInputStream(request)) {
            return bounded(in, limit);
        } catch (IOException gone) {
            throw ApiException.of(ErrorCode.NOT_JSON);
        }
    }

    private static byte[] bounded(InputStream in, int limit) throws IOException {
        long end = System.nanoTime() + WebLimits.BODY.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > limit) {
                throw tooLarge(limit);
            }
            if (System.nanoTime() - end > 0) {
                throw ApiException.of(ErrorCode.TOO_SLOW);
            }
        }
        return body.toByteArray();
    }

    private static ApiException tooLarge(int limit) {
        return ApiException.of(ErrorCode.BODY_TOO_LARGE, "limit", String.valueOf(limit >> 10));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (!node.isObject()) {
                throw ApiException.of(ErrorCode.NOT_JSON);
            }
            return node;
        } catch (JacksonException notOne) {
            throw ApiException.of(ErrorCode.NOT_JSON);
        }
    }

    /** A query has texts only; those of fields that are none are read as what the field is. */
    private static ObjectNode query(Class<?> type, Request request) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Fields.Field parameter : parameters(request)) {
            node.set(parameter.getName(), JsonNodeFactory.instance.stringNode(parameter.getValue()));
        }
        if (Shape.of(type) instanceof Shape.Fields fields) {
            for (Shape.Field field : fields.fields()) {
                JsonNode text = node.path(field.name());
                if (text.isString()) {
                    node.set(field.name(), typed(field, text));
                }
            }
        }
        return node;
    }

    private static Fields parameters(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException damaged) {
            if (damaged.getCause() instanceof CharacterCodingException || damaged instanceof IllegalArgumentException) {
                throw ApiException.of(ErrorCode.NOT_JSON);
            }
            throw damaged;
        }
    }

    private static JsonNode typed(Shape.Field field, JsonNode text) {
        try {
            return switch (field.shape()) {
                case Shape.Whole _ -> JsonNodeFactory.instance.numberNode(Long.parseLong(text.asString()));
                case Shape.Real _ -> JsonNodeFactory.instance.numberNode(Double.parseDouble(text.asString()));
                case Shape.Truth _ when text.asString().equals("true") -> JsonNodeFactory.instance.booleanNode(true);
                case Shape.Truth _ when text.asString().equals("false") -> JsonNodeFactory.instance.booleanNode(false);
                default -> text;
            };
        } catch (NumberFormatException notOne) {
            throw ApiException.of(ErrorCode.FIELD_INVALID).at(field.name());
        }
    }
}
