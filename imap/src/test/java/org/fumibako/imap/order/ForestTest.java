// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {
    private static final int NODES = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rootsAreThoseOfAPlainForest(long seed) {
        RandomGenerator random = new Random(seed);
        Forest forest = new Forest();
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            assertThat(forest.add()).isEqualTo(i);
            parents.add(Forest.NONE);
        }
        for (int round = 0; round < 5_000; round++) {
            int node = random.nextInt(NODES);
            int other = random.nextInt(NODES);
            if (parents.get(node) != Forest.NONE && random.nextBoolean()) {
                forest.cut(node);
                parents.set(node, Forest.NONE);
            } else if (parents.get(node) == Forest.NONE && root(parents, other) != node) {
                forest.link(node, other);
                parents.set(node, other);
            }
            int asked = random.nextInt(NODES);
            assertThat(forest.root(asked)).as("seed %d round %d", seed, round).isEqualTo(root(parents, asked));
        }
    }

    private static int root(List<Integer> parents, int node) {
        int root = node;
        while (parents.get(root) != Forest.NONE) {
            root = parents.get(root);
        }
        return root;
    }
}
