// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumibako.mailauth.dkim.KeyZone;
import org.fumibako.mailauth.message.MessageView;
import org.fumibako.model.Content;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The cases of a file of the ARC community's test suite; two cases may have one name. */
final class ArcVectors {
    static final Path FOLDER =
            Path.of(System.getProperty("vectors.dir", "../../shared/vectors")).resolve("arc");

    private ArcVectors() {}

    /**
     * One case.
     *
     * @param suite the values of the whole suite
     * @param values the values of the case
     */
    record Case(String name, Map<String, String> suite, KeyZone zone, Map<String, String> values) {
        MessageView message() {
            return view(values.getOrDefault("message", ""));
        }
    }

    static MessageView view(String lines) {
        try {
            return MessageView.of(Content.of(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    static List<Case> read(String file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            for (Node document : new Yaml(new LoaderOptions()).composeAll(reader)) {
                addSuite(((MappingNode) document).getValue(), cases);
            }
        }
        return cases;
    }

    private static void addSuite(List<NodeTuple> suite, List<Case> cases) {
        KeyZone zone = new KeyZone();
        Map<String, String> values = new HashMap<>();
        List<NodeTuple> tests = List.of();
        for (NodeTuple tuple : suite) {
            switch (text(tuple.getKeyNode())) {
                case "tests" -> tests = ((MappingNode) tuple.getValueNode()).getValue();
                case "txt-records" ->
                    scalars(tuple.getValueNode()).forEach((name, text) -> zone.txt(name, text.replace("\n", "")));
                default -> values.put(text(tuple.getKeyNode()), text(tuple.getValueNode()));
            }
        }
        for (NodeTuple test : tests) {
            cases.add(new Case(text(test.getKeyNode()), values, zone, scalars(test.getValueNode())));
        }
    }

    private static Map<String, String> scalars(Node mapping) {
        Map<String, String> values = new LinkedHashMap<>();
        if (mapping instanceof MappingNode map) {
            map.getValue().forEach(tuple -> values.put(text(tuple.getKeyNode()), text(tuple.getValueNode())));
        }
        return values;
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }
}
