// SPDX-License-Identifier: Apache-2.0
package org.fumibako.bench;

import java.io.IOException;
import java.util.List;

/** One thing to measure. An instance lives for the whole run, is called once a round and contender, and is never shared by threads. */
interface Measure {

    /** The word that selects it on the command line. */
    String name();

    /** Fills mailboxes and warms caches and compilers up; called once a contender, before the first round, outside every clock. */
    default void prepare(Contender contender) throws IOException, InterruptedException {}

    /** Measures once; bounded in time and in count. */
    List<Figure> run(Contender contender) throws IOException, InterruptedException;
}
