// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fumibako.jmap.Call;
import org.fumibako.jmap.Capability;
import org.fumibako.jmap.JmapServices;
import org.fumibako.jmap.Method;
import org.fumibako.jmap.standard.Filter;
import org.fumibako.jmap.wire.Arguments;
import org.fumibako.jmap.wire.Ids;
import org.fumibako.jmap.wire.Json;
import org.fumibako.jmap.wire.MethodException;
import org.fumibako.mime.BodyPart;
import org.fumibako.mime.EnvelopeFields;
import org.fumibako.mime.PartText;
import org.fumibako.model.Content;
import org.fumibako.store.EmailRow;
import org.fumibako.store.MessageStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** SearchSnippet/get (RFC 8621 §5.1). */
public final class SearchSnippetGet implements Method {
    /** Octets of a message's text in which words are looked for to show them. */
    private static final int TEXT = 64 << 10;

    private final JmapServices services;

    public SearchSnippetGet(JmapServices services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "SearchSnippet/get";
    }

    @Override
    public Capability capability() {
        return Capability.MAIL;
    }

    @Override
    public ObjectNode call(Call call) throws MethodException {
        Arguments arguments = call.arguments(Set.of("accountId", "filter", "emailIds"));
        List<String> ids = arguments.requiredTexts("emailIds");
        if (ids.size() > services.limits().maxObjectsInGet()) {
            throw new MethodException("requestTooLarge", "There are too many ids.");
        }
        List<String> words = new ArrayList<>();
        JsonNode filter = arguments.raw("filter");
        if (!filter.isNull()) {
            words(Filter.of(filter, services.limits().maxFilterConditions(), EmailFilter::checked), words);
        }
        Highlighter highlighter = new Highlighter(words);
        Map<Long, EmailRow> rows = rows(call, ids);
        ArrayNode list = Json.array();
        Set<String> missing = new HashSet<>();
        for (String id : ids) {
            EmailRow row = rows.get(Ids.email(id).orElse(-1));
            if (row == null) {
                missing.add(id);
            } else {
                list.add(snippet(call, id, row, highlighter));
            }
        }
        ObjectNode response = Json.object().put("accountId", call.accountId());
        response.set("list", list);
        response.set("notFound", missing.isEmpty() ? response.nullNode() : Json.array(missing));
        return response;
    }

    private Map<Long, EmailRow> rows(Call call, List<String> ids) {
        Set<Long> wanted = new HashSet<>();
        ids.forEach(id -> Ids.email(id).ifPresent(wanted::add));
        Map<Long, EmailRow> rows = new HashMap<>();
        services.mail()
                .emails()
                .rows(
                        call.account(),
                        wanted,
                        EnumSet.of(
                                MessageStore.Column.ENVELOPE,
                                MessageStore.Column.STRUCTURE,
                                MessageStore.Column.PREVIEW))
                .forEach(row -> rows.put(row.contentId(), row));
        return rows;
    }

    private static void words(Filter<ObjectNode> filter, List<String> to) {
        switch (filter) {
            case Filter.Condition<ObjectNode>(ObjectNode condition) -> {
                for (String name : List.of("text", "subject", "body")) {
                    to.addAll(Words.words(condition.path(name).asString("")));
                }
            }
            case Filter.Operator<ObjectNode>(Filter.Kind kind, List<Filter<ObjectNode>> operands) -> {
                if (kind != Filter.Kind.NOT) {
                    operands.forEach(operand -> words(operand, to));
                }
            }
        }
    }

    private ObjectNode snippet(Call call, String id, EmailRow row, Highlighter highlighter) {
        String subject = EnvelopeFields.of(row.envelope())
                .field("subject")
                .map(HeaderValues::text)
                .orElse("");
        return Json.object()
                .put("emailId", id)
                .put("subject", highlighter.mark(subject))
                .put("preview", preview(call, row, highlighter));
    }

    private @Nullable String preview(Call call, EmailRow row, Highlighter highlighter) {
        String near = highlighter.mark(row.preview());
        if (near != null) {
            return near;
        }
        BodyLists lists = BodyLists.of(Part.root(BodyPart.decode(row.structure())));
        try (Content content = services.store().content(call.account(), row.contentId())) {
            for (Part part : lists.text()) {
                if (part.part().type().equals("TEXT")) {
                    String text = PartText.words(content, part.part(), TEXT).replaceAll("\\s+", " ");
                    String marked = highlighter.mark(text);
                    if (marked != null) {
                        return marked;
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
