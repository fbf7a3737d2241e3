// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.fumibako.store.planted.StoreThatSpeaksImap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fumibako");

    static Stream<ArchRule> arrowsPointDown() {
        return Floors.arrowsPointDown().stream();
    }

    @ParameterizedTest
    @MethodSource
    void arrowsPointDown(ArchRule floor) {
        floor.check(PRODUCT);
    }

    @Test
    void aPlantedArrowUpwardsIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(StoreThatSpeaksImap.class);
        long complaints = Floors.arrowsPointDown().stream()
                .filter(rule -> rule.evaluate(planted).hasViolation())
                .count();
        assertThat(complaints)
                .as("rules that complain of a store that speaks IMAP")
                .isEqualTo(1);
    }

    @Test
    void everyModuleIsUnderTheRules() {
        assertThat(PRODUCT)
                .extracting(type -> type.getPackageName().split("\\.", -1)[2])
                .contains(
                        "model",
                        "mime",
                        "net",
                        "db",
                        "journal",
                        "dns",
                        "registry",
                        "acme",
                        "store",
                        "search",
                        "mailauth",
                        "sieve",
                        "filter",
                        "delivery",
                        "smtp",
                        "imap",
                        "pop3",
                        "jmap",
                        "managesieve",
                        "doctor",
                        "webmail",
                        "api");
    }

    @Test
    void onlyTheFloorsThatKeepDataTalkSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.fumibako.db..",
                        "org.fumibako.journal..",
                        "org.fumibako.registry..",
                        "org.fumibako.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(PRODUCT);
    }

    @Test
    void grammarKnowsNeitherSessionsNorTheStore() {
        noClasses()
                .that()
                .resideInAPackage("org.fumibako.(*)..wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fumibako.store..", "org.fumibako.registry..", "org.fumibako.delivery..")
                .check(PRODUCT);
    }

    @Test
    void modulesFormNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("org.fumibako.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void thereIsNoStaticMutableState() {
        fields().that()
                .areStatic()
                .and(DescribedPredicate.describe("are written by people", ArchitectureTest::isWritten))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
    }

    @Test
    void nothingIsReadByJavaSerialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(PRODUCT);
    }

    @Test
    void nothingShellsOut() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(PRODUCT);
    }

    @Test
    void classesAreFinalUnlessTheyAreMeantToBeExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotAssignableTo(Throwable.class)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
    }

    private static boolean isWritten(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
