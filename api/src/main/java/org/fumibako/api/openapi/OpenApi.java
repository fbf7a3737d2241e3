// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fumibako.api.endpoint.Download;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Names;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.endpoint.Shown;
import org.fumibako.api.endpoint.TokenScopes;
import org.fumibako.api.json.Shape;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of endpoints as an OpenAPI 3.1 document. The same table always makes the same text. */
public final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    public static String print(Endpoints table) {
        ObjectNode document = new OpenApi().document(table);
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(document) + "\n";
    }

    private ObjectNode document(Endpoints table) {
        ObjectNode document = NODES.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Fumibako")
                .put("version", "1")
                .put(
                        "description",
                        "A session is a cookie (POST /api/session); everything but GET then needs the header X-CSRF-Token."
                                + " A program has a token (POST /api/tokens) and sends it as Authorization: Bearer; it opens"
                                + " what has an x-token-scope.");
        Map<String, ObjectNode> paths = new TreeMap<>();
        for (Endpoint<?, ?> endpoint : table.all()) {
            paths.computeIfAbsent(endpoint.path(), path -> NODES.objectNode())
                    .set(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        ObjectNode all = document.putObject("paths");
        paths.forEach(all::set);
        ObjectNode components = document.putObject("components");
        ObjectNode named = components.putObject("schemas");
        problem(named);
        schemas.all().forEach(named::set);
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", "__Host-fumibako");
        security.putObject("token").put("type", "http").put("scheme", "bearer");
        return document;
    }

    private ObjectNode operation(Endpoint<?, ?> endpoint) {
        ObjectNode operation = NODES.objectNode();
        operation.put("operationId", endpoint.id());
        operation.put("summary", endpoint.summary());
        operation.put("x-access", Names.kebab(endpoint.access()));
        ArrayNode roles = operation.putArray("x-roles");
        endpoint.access().roles().stream().sorted().forEach(role -> roles.add(Names.kebab(role)));
        TokenScopes.of(endpoint).ifPresent(scope -> operation.put("x-token-scope", Names.kebab(scope)));
        ArrayNode parameters = NODES.arrayNode();
        Arrays.stream(endpoint.path().split("/", -1))
                .filter(part -> part.startsWith("{"))
                .forEach(part -> parameter(parameters, part.substring(1, part.length() - 1), "path", true)
                        .putObject("schema")
                        .put("type", "string"));
        if (endpoint.method() == Method.GET && Shape.of(endpoint.request()) instanceof Shape.Fields query) {
            for (Shape.Field field : query.fields()) {
                parameter(parameters, field.name(), "query", !field.nullable())
                        .set("schema", schemas.plain(field.shape()));
            }
        } else if (endpoint.request() != Nothing.class) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content").putObject("application/json").set("schema", schemas.request(endpoint.request()));
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        responses(operation.putObject("responses"), endpoint);
        return operation;
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String place, boolean required) {
        return parameters.addObject().put("name", name).put("in", place).put("required", required);
    }

    private void responses(ObjectNode responses, Endpoint<?, ?> endpoint) {
        if (endpoint.response() == Nothing.class) {
            responses.putObject("204").put("description", "Done");
        } else if (endpoint.response() == Download.class || endpoint.response() == Shown.class) {
            responses
                    .putObject("200")
                    .put("description", "A file")
                    .putObject("content")
                    .putObject("*/*")
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
        } else {
            responses
                    .putObject("200")
                    .put("description", "Done")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schemas.response(endpoint.response()));
        }
        ObjectNode refused = responses.putObject("default").put("description", "Refused");
        ArrayNode codes = refused.putArray("x-codes");
        errors(endpoint).map(ErrorCode::code).distinct().forEach(codes::add);
        refused.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static Stream<ErrorCode> errors(Endpoint<?, ?> endpoint) {
        Stream<ErrorCode> access = switch (endpoint.access().scope()) {
            case NONE -> Stream.of();
            case DOMAIN -> Stream.of(ErrorCode.DOMAIN_NOT_FOUND);
            case ACCOUNT -> Stream.of(ErrorCode.ACCOUNT_NOT_FOUND);
        };
        return Stream.concat(access, endpoint.errors().stream());
    }

    private static void problem(ObjectNode schemas) {
        ObjectNode problem = schemas.putObject("Problem").put("type", "object");
        ObjectNode fields = problem.putObject("properties");
        ArrayNode codes = fields.putObject("code").put("type", "string").putArray("enum");
        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).forEach(codes::add);
        fields.putObject("status").put("type", "integer");
        fields.putObject("message")
                .put("type", "string")
                .put("description", "What happened, why, and what to do next, in the language of the request");
        fields.putObject("field").put("type", "string").put("description", "The field of the request that is at fault");
        problem.putArray("required").add("code").add("status").add("message");
    }
}
