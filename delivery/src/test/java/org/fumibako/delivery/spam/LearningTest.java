// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fumibako.db.TestDatabase;
import org.fumibako.db.TestDatabases;
import org.fumibako.filter.bayes.Counts;
import org.fumibako.filter.bayes.Memory;
import org.fumibako.filter.bayes.SampleTokens;
import org.fumibako.journal.FilterEvent;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Account;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What moves teach, on both databases. */
class LearningTest {
    private static final String SENDER = "shop@spam.example";

    @TempDir
    private Path directory;

    enum Engine {
        SQLITE,
        POSTGRESQL;

        TestDatabase open(Path directory, String migrations) {
            return this == SQLITE ? TestDatabases.sqlite(directory, migrations) : TestDatabases.postgres(migrations);
        }
    }

    private School school(Engine engine) {
        return new School(directory, engine.open(directory, "db/registry"), engine.open(directory, "db/volume"));
    }

    private static long sender(Account account, School school) {
        return school.owners().ofAccount(account.id()).of(SampleTokens.ofAuthor(SENDER));
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesToJunkIsSpamToItsOwnerAndToNobodyElse(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.INBOX, SENDER);
            school.move(school.taro, SpecialUse.INBOX, uid, SpecialUse.JUNK);
            assertThat(school.learning().look()).isEqualTo(1);
            assertThat(school.learning().look()).as("once").isZero();
            assertThat(sender(school.taro, school)).isEqualTo(Counts.packed(1, 0));
            assertThat(sender(school.hanako, school)).isZero();
            assertThat(school.owners().ofDomain(school.hanako.domain()).spam())
                    .as("others in the domain hear of it")
                    .isEqualTo(1);
            assertThat(school.owners().ofDomain(school.stranger.domain()).spam())
                    .as("other customers do not")
                    .isZero();
            assertThat(school.events(school.taro))
                    .singleElement()
                    .isInstanceOfSatisfying(FilterEvent.Learnt.class, learnt -> {
                        assertThat(learnt.as()).isEqualTo("spam");
                        assertThat(learnt.words()).isPositive();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoLeavesNoTrace(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.INBOX, SENDER);
            long there = school.move(school.taro, SpecialUse.INBOX, uid, SpecialUse.JUNK);
            school.learning().look();
            school.move(school.taro, SpecialUse.JUNK, there, SpecialUse.INBOX);
            school.learning().look();
            assertThat(school.owners().ofAccount(school.taro.id())).isEqualTo(Memory.NOTHING);
            assertThat(school.events(school.taro))
                    .last()
                    .isInstanceOfSatisfying(
                            FilterEvent.Learnt.class,
                            learnt -> assertThat(learnt.as()).isEqualTo("undone"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesOutOfJunkIsWanted(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.JUNK, SENDER);
            school.move(school.taro, SpecialUse.JUNK, uid, SpecialUse.INBOX);
            school.learning().look();
            assertThat(sender(school.taro, school)).isEqualTo(Counts.packed(0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void copyingAndThrowingAwayAsOldProgramsMoveCountsOnce(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.INBOX, SENDER);
            school.copy(school.taro, SpecialUse.INBOX, uid, SpecialUse.JUNK);
            school.move(school.taro, SpecialUse.INBOX, uid, SpecialUse.TRASH);
            school.learning().look();
            assertThat(sender(school.taro, school)).isEqualTo(Counts.packed(1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void throwingSpamAwaySaysNothing(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.JUNK, SENDER);
            long gone = school.move(school.taro, SpecialUse.JUNK, uid, SpecialUse.TRASH);
            school.move(school.taro, SpecialUse.TRASH, gone, SpecialUse.INBOX);
            assertThat(school.learning().look()).isZero();
            assertThat(school.owners().ofAccount(school.taro.id())).isEqualTo(Memory.NOTHING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKnownAfterARestartAndNotLearntTwice(Engine engine) {
        try (School school = school(engine)) {
            long uid = school.file(school.taro, SpecialUse.INBOX, SENDER);
            long there = school.move(school.taro, SpecialUse.INBOX, uid, SpecialUse.JUNK);
            school.learning().look();
            school.reopen();
            assertThat(sender(school.taro, school)).isEqualTo(Counts.packed(1, 0));
            assertThat(school.learning().look()).isZero();
            school.move(school.taro, SpecialUse.JUNK, there, SpecialUse.INBOX);
            school.learning().look();
            assertThat(sender(school.taro, school)).isZero();
        }
    }
}
